import { isEventStoreError } from "@motcua/event-store";
import { type ImportSummary, importLog, openSource, type Preset, receipt } from "@motcua/interchange";
import { Command, Option } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import type { Context } from "../context.js";
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
        const preset = PRESETS.get(options.preset) ?? receipt;
        const source = await openSource(file);
        if (isLeft(source)) return left(importFailure(source.left));
        return withStore(io, options.dryRun ? "memory:" : options.store, "write", async ({ store, url }) => {
          const began = performance.now();
          const imported = await importLog(store, source.right, preset, {
            dryRun: options.dryRun ?? false,
            progress: ({ phase, cases, ofCases }) => context.progress.at(phase, cases, ofCases),
          })();
          if (isLeft(imported)) {
            const error = imported.left;
            return left(isEventStoreError(error) ? storeFailure(url, error) : importFailure(error));
          }
          context.progress.end();
          context.print(summaryOf(context, imported.right, (performance.now() - began) / 1_000));
          return right(0);
        });
      }),
    );

const summaryOf = (context: Context, summary: ImportSummary, took: number): string => {
  const { dossiers, events, anomalies, skipped } = summary;
  const seconds = Number(took.toFixed(3));
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
