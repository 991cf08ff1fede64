import { realpath } from "node:fs/promises";
import type { ReadError } from "@motcua/event-store";
import { Command, Option } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import type { Context } from "../context.js";
import { type Counts, counted } from "../export/counted.js";
import { BINARY, EXPORTERS, TABLE_ROWS, TABLES } from "../export/formats.js";
import { STANDARD_OUTPUT, writeOut } from "../export/standard-output.js";
import { interruptibly } from "../interruptibly.js";
import type { Io } from "../io.js";
import { type CommonOptions, type StoreOptions, withCommonOptions, withStoreOption } from "../options.js";
import { json } from "../output/format.js";
import { type FileNotWritten, writeWholeFile } from "../output/whole-file.js";
import type { OpenedStore } from "../store/open-store.js";
import { exportFailure, exportNoTable, exportNoText, exportOverLog } from "../text/export-failures.js";
import { storeFailure } from "../text/failures.js";

interface ExportOptions extends Omit<CommonOptions, "format">, StoreOptions {
  /** Of the file; what the command says of it is a table on a terminal and JSON in a pipe. */
  readonly format: string;
  readonly out: string;
  readonly rows?: (typeof TABLE_ROWS)[number];
}

export const exportCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(
    withStoreOption(new Command("export")),
    new Option("--format <format>", "of the file").choices([...EXPORTERS.keys()]).makeOptionMandatory(),
  )
    .description("write the log as a file that other systems read, under its name only when it is complete")
    .requiredOption("--out <file>", "where to, in place of what is there; - is standard output")
    .addOption(new Option("--rows <what>", "of a table (csv, parquet); default events").choices(TABLE_ROWS))
    .action(({ format, ...options }: ExportOptions) =>
      perform(io, options, finished, async (context) => {
        const exporter = EXPORTERS.get(format);
        const { out, rows } = options;
        if (rows !== undefined && !TABLES.has(format)) return left(exportNoTable(format));
        if (exporter === undefined || (out === STANDARD_OUTPUT && BINARY.has(format)))
          return left(exportNoText(format));
        return withStore(io, options.store, "read", async (opened) => {
          if (await isLogItself(opened, out)) return left(exportOverLog(out));
          const head = await opened.store.head();
          if (isLeft(head)) return left(storeFailure(opened.url, head.left));
          const counts: Counts = { dossiers: 0, events: 0 };
          const pieces = counted(exporter(opened.store, rows), counts, () =>
            context.progress.at("writing", counts.events, head.right.events),
          );
          const written = await (out === STANDARD_OUTPUT
            ? writeOut(io.stdout, pieces)
            : interruptibly((signal) => writeWholeFile(out, pieces, signal)));
          if (isLeft(written)) return left(failureOf(opened.url, written.left));
          context.progress.end();
          if (out !== STANDARD_OUTPUT) context.print(summaryOf(context, out, { ...counts, bytes: written.right }));
          return right(0);
        });
      }),
    );

/** Whether a file is that of the log, or one that SQLite keeps beside it. */
const isLogItself = async ({ kind, url }: OpenedStore, out: string): Promise<boolean> => {
  if (kind !== "sqlite") return false;
  const [log, target] = await Promise.all(
    [url.slice("sqlite:".length), out].map((path) => realpath(path).catch(() => "")),
  );
  return target !== "" && ["", "-wal", "-shm"].some((suffix) => `${log}${suffix}` === target);
};

const failureOf = (url: string, error: ReadError | FileNotWritten) =>
  error.code === "FileNotWritten" ? exportFailure(error) : storeFailure(url, error);

interface Summary extends Readonly<Counts> {
  readonly bytes: number;
}

const summaryOf = ({ format, language }: Context, file: string, summary: Summary): string =>
  format === "json" ? json(summary) : SAID[language](file, summary);

const SAID = {
  en: (file: string, { dossiers, events, bytes }: Summary) =>
    `${file}: ${events} events of ${dossiers} dossiers and what belongs to them, ${bytes} bytes.\n`,
  vi: (file: string, { dossiers, events, bytes }: Summary) =>
    `${file}: ${events} sự kiện của ${dossiers} hồ sơ và những gì liên quan, ${bytes} byte.\n`,
};
