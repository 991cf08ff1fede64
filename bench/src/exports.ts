import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Measured } from "./measure.ts";
import { runTask } from "./run-task.ts";

const DOSSIERS = process.env["BENCH_DOSSIERS"] ?? "90000";
const FORMATS = ["ndjson", "xes", "csv", "cloudevents", "ocel-json", "ocel-xml", "ocel-sqlite", "parquet", "prov-json"];

/** A real log of 8,577 events, where the shared data lie beside the clone. */
const RECEIPT = resolve(import.meta.dirname, "../../../shared/data/receipt/receipt.xes.gz");
const TIMES = "20";

/** Every format of `motcua export`, over a year that was lived and over a log that was imported. */
export const benchExports = (): void => {
  const folder = mkdtempSync(join(tmpdir(), "motcua-bench-"));
  try {
    const [lived, imported, out] = [join(folder, "lived.db"), join(folder, "imported.db"), join(folder, "export")];
    process.stdout.write(
      `${cpus().length} cores, Node ${process.versions.node}; events of the file by processor time\n`,
    );
    const year = runTask<Measured>("append", DOSSIERS, lived);
    report(`a simulated year, ${year.events.toLocaleString("en")} events`, lived, out);
    if (!existsSync(RECEIPT)) return void process.stdout.write("no shared data: the imported log is left out\n");
    const log = runTask<Measured>("import-repeated", RECEIPT, TIMES, join(folder, "repeated.xes"), imported);
    process.stdout.write(`importing XES: ${rate(log)} appended events/s, ${Math.round(log.peakMB)} MB\n`);
    const read = runTask<Measured>(
      "import-dry-run",
      join(folder, "repeated.xes"),
      String(SOURCE_EVENTS * Number(TIMES)),
    );
    process.stdout.write(`of it, without the store: ${rate(read)} source events/s, ${Math.round(read.peakMB)} MB\n`);
    report(`receipt ${TIMES} times, ${log.events.toLocaleString("en")} events in the log`, imported, out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Events of the receipt log itself. */
const SOURCE_EVENTS = 8_577;

const rate = ({ events, processorSeconds }: Measured): string =>
  Math.round(events / processorSeconds).toLocaleString("en");

const report = (title: string, log: string, out: string): void => {
  process.stdout.write(`\n${title}\n`);
  for (const format of FORMATS) {
    const measured = runTask<Measured>("export-as", log, format, out);
    const size = `${(statSync(out).size / 1e6).toFixed(0)} MB file`;
    const peak = `${Math.round(measured.peakMB)} MB memory`;
    process.stdout.write(
      `${format.padEnd(12)}${measured.events.toLocaleString("en").padStart(10)} events${rate(measured).padStart(10)} events/s${peak.padStart(15)}${size.padStart(14)}\n`,
    );
  }
};
