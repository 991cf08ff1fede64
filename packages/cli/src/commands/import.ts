import { type EventStoreError, isEventStoreError } from "@motcua/event-store";
import {
  checkLog,
  type ImportFault,
  type ImportSummary,
  importLog,
  openSource,
  type Preset,
  receipt,
} from "@motcua/interchange";
import { Command, Option } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import type { Context } from "../context.js";
import type { Failure } from "../exit.js";
import type { Io } from "../io.js";
import { type CommonOptions, type StoreOptions, withCommonOptions, withStoreOption } from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { importFailure, storeFailure } from "../text/failures.js";
import { anomalyNames } from "../text/labels.js";

interface ImportOptions extends CommonOptions, StoreOptions {
  readonly preset: string;
  readonly dryRun?: boolean;
}

const PRESETS: ReadonlyMap<string, Preset> = new Map([[receipt.name, receipt]]);

export const importCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(withStoreOption(new Command("import")))
    .description("bring a legacy log in, XES or CSV, plain or gzip; the same file twice changes nothing")
    .argument("<file>", "the log")
    .addOption(
      new Option("--preset <name>", "how its cases become dossiers").choices([...PRESETS.keys()]).makeOptionMandatory(),
    )
    .option("--dry-run", "only say what would come in")
    .action((file: string, options: ImportOptions) =>
      perform(io, options, finished, async (context) => {
        const began = performance.now();
        const seconds = () => Number(((performance.now() - began) / 1_000).toFixed(3));
        const source = await openSource(file);
        if (isLeft(source)) return left(importFailure(source.left));
        const checked = await checkLog(source.right, PRESETS.get(options.preset) ?? receipt, (cases) =>
          context.progress.at("checking", cases, null),
        )();
        if (isLeft(checked)) return left(failureOf(file, checked.left));
        if (options.dryRun) {
          const { dossiers, events, anomalies } = checked.right;
          context.print(summaryOf(context, { dossiers: dossiers.size, events, anomalies, skipped: 0 }, seconds()));
          return right(0);
        }
        // Only now: a refused file must not leave an empty log behind.
        return withStore(io, options.store, "write", async ({ store, url }) => {
          const imported = await importLog(store, checked.right, (cases, of) =>
            context.progress.at("writing", cases, of),
          )();
          if (isLeft(imported)) return left(failureOf(url, imported.left));
          context.progress.end();
          context.print(summaryOf(context, imported.right, seconds()));
          return right(0);
        });
      }),
    );

const failureOf = (where: string, error: ImportFault | EventStoreError): Failure =>
  isEventStoreError(error) ? storeFailure(where, error) : importFailure(error);

const summaryOf = (context: Context, summary: ImportSummary, seconds: number): string => {
  const { dossiers, events, anomalies, skipped } = summary;
  switch (context.format) {
    case "json":
      return json({ dossiers, events, anomalies, skipped, seconds });
    case "csv":
      return csv([
        ["dossiers", "events", "skipped", ...Object.keys(anomalies)],
        [dossiers, events, skipped, ...Object.values(anomalies)],
      ]);
    default: {
      const { language } = context;
      const odd = Object.entries(anomalies).map(
        ([kind, count]) =>
          `  ${String(count).padStart(6)}  ${anomalyNames[kind as keyof typeof anomalyNames][language]}\n`,
      );
      return `${SAID[language](summary, seconds)}${odd.join("")}`;
    }
  }
};

const SAID = {
  en: ({ dossiers, events, skipped, anomalies }: ImportSummary, seconds: number) =>
    `${dossiers} dossiers, ${events} events appended, ${skipped} dossiers were there already, in ${seconds.toFixed(1)} s.\n${
      Object.keys(anomalies).length === 0 ? "" : "Kept as they are, but odd:\n"
    }`,
  vi: ({ dossiers, events, skipped, anomalies }: ImportSummary, seconds: number) =>
    `${dossiers} hồ sơ, đã ghi ${events} sự kiện, ${skipped} hồ sơ đã có sẵn, trong ${seconds.toFixed(1)} giây.\n${
      Object.keys(anomalies).length === 0 ? "" : "Bất thường, vẫn giữ nguyên:\n"
    }`,
};
