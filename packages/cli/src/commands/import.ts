import { type EventStore, type EventStoreError, isEventStoreError } from "@motcua/event-store";
import {
  checkLog,
  checkNdjson,
  type ImportFault,
  type ImportSummary,
  importLog,
  importNdjson,
  type LogHoldsOther,
  ndjsonFile,
  openSource,
  type Preset,
  presetOf,
  readMappingFile,
  receipt,
} from "@motcua/interchange";
import { Command, Option } from "commander";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { chainW, map, type TaskEither } from "fp-ts/lib/TaskEither.js";
import { type Finished, perform, withStore } from "../act.js";
import type { Context } from "../context.js";
import type { Failure } from "../exit.js";
import type { Io } from "../io.js";
import { type CommonOptions, type StoreOptions, withCommonOptions, withStoreOption } from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { holdsOther, importFailure, namespaceRefused, ownImportFailure, storeFailure } from "../text/failures.js";
import { anomalyNames } from "../text/labels.js";
import { importSuggestCommand } from "./import-suggest.js";

interface ImportOptions extends CommonOptions, StoreOptions {
  readonly preset?: string;
  readonly map?: string;
  readonly namespace?: string;
  readonly dryRun?: boolean;
}

const PRESETS: ReadonlyMap<string, Preset> = new Map([[receipt.name, receipt]]);

export const importCommand = (io: Io, finished: Finished): Command =>
  importItself(io, finished).addCommand(importSuggestCommand(io, finished));

const importItself = (io: Io, finished: Finished): Command =>
  withCommonOptions(withStoreOption(new Command("import")))
    .description(
      "bring in a log that motcua export has written as NDJSON, or, with --map or --preset, a legacy log, XES or CSV; plain or gzip; the same file twice changes nothing",
    )
    .argument("<file>", "the log")
    .addOption(
      new Option("--preset <name>", "how the cases of a legacy log become dossiers").choices([...PRESETS.keys()]),
    )
    .addOption(
      new Option("--map <file>", "a mapping of your own: how the cases of a legacy log become dossiers").conflicts(
        "preset",
      ),
    )
    .option("--namespace <name>", "keeps ids apart that occur in several files, with --map")
    .option("--dry-run", "only say what would come in")
    .action((file: string, options: ImportOptions) =>
      perform(io, options, finished, async (context) => {
        const began = performance.now();
        const seconds = () => Number(((performance.now() - began) / 1_000).toFixed(3));
        const chosen = await presetOfOptions(options);
        if (isLeft(chosen)) return chosen;
        const preset = chosen.right;
        const checked = await (preset === undefined ? checkOwn(file, context) : checkLegacy(file, preset, context));
        if (isLeft(checked)) return left(failureOf(file, checked.left, preset));
        const { write, ...expected } = checked.right;
        if (options.dryRun) {
          context.print(summaryOf(context, { ...expected, skipped: 0 }, seconds()));
          return right(0);
        }
        // Only now: a refused file must not leave an empty log behind.
        return withStore(io, options.store, "write", async ({ store, url }) => {
          const imported = await write(store)();
          if (isLeft(imported)) return left(failureOf(url, imported.left, preset));
          context.progress.end();
          context.print(summaryOf(context, imported.right, seconds()));
          return right(0);
        });
      }),
    );

/** How a legacy log is to be understood, or nothing where the file is one of motcua's own. */
const presetOfOptions = async ({
  preset,
  map: file,
  namespace,
}: ImportOptions): Promise<Either<Failure, Preset | undefined>> => {
  if (namespace !== undefined && (file === undefined || !/^[\p{L}\p{N}._-]{1,64}$/u.test(namespace)))
    return left(namespaceRefused(file !== undefined));
  if (file === undefined) return right(preset === undefined ? undefined : PRESETS.get(preset));
  const mapping = await readMappingFile(file);
  if (isLeft(mapping)) return left(importFailure(mapping.left));
  return right(presetOf(mapping.right, namespace === undefined ? {} : { namespace }));
};

/** A file that was read whole and found to be sound: what would come in, and how to bring it in. */
interface Checked extends Omit<ImportSummary, "skipped"> {
  readonly write: (store: EventStore) => TaskEither<ImportError, ImportSummary>;
}

type ImportError = ImportFault | LogHoldsOther | EventStoreError;

const checkOwn = (file: string, { progress }: Context): Promise<Either<ImportError, Checked>> =>
  pipe(
    checkNdjson(ndjsonFile(file), (events) => progress.at("checking", events, null)),
    map((checked) => ({
      dossiers: checked.dossiers,
      events: checked.events,
      anomalies: {},
      write: (store: EventStore) => importNdjson(store, checked, (events, of) => progress.at("writing", events, of)),
    })),
  )();

const checkLegacy = (file: string, preset: Preset, { progress }: Context): Promise<Either<ImportError, Checked>> =>
  pipe(
    () => openSource(file),
    chainW((source) => checkLog(source, preset, (cases) => progress.at("checking", cases, null))),
    map((checked) => ({
      dossiers: checked.dossiers.size,
      events: checked.events,
      anomalies: checked.anomalies,
      write: (store: EventStore) => importLog(store, checked, (cases, of) => progress.at("writing", cases, of)),
    })),
  )();

const failureOf = (where: string, error: ImportError, preset: Preset | undefined): Failure => {
  if (isEventStoreError(error)) return storeFailure(where, error);
  if (error.code === "LogHoldsOther") return holdsOther(where, error);
  return preset === undefined ? ownImportFailure(error) : importFailure(error);
};

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
