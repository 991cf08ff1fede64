import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { Measured } from "./measure.ts";
import { runTask } from "./run-task.ts";

/** Figures of one machine at one time mean little; the ratios to a ceiling of the same run are what is kept. */
const DOSSIERS = process.env["BENCH_DOSSIERS"] ?? "90000";

interface Domain {
  readonly addDays: number;
  readonly decideOnly: number;
  readonly foldAndDecide: number;
  readonly events: number;
}

/** A simulated year into SQLite and a report on it, beside the same rows through statements by hand. */
export const benchMillion = (): void => {
  const folder = mkdtempSync(join(tmpdir(), "motcua-bench-"));
  try {
    const [file, raw] = [join(folder, "ours.db"), join(folder, "raw.db")];
    const generate = runTask<Measured>("generate", DOSSIERS);
    const append = runTask<Measured>("append", DOSSIERS, file);
    const rawAppend = runTask<Measured>("raw-append", file, raw);
    const report = runTask<Measured>("report", file);
    const byHand = runTask<Measured>("project-by-hand", file);

    const domain = runTask<Domain>("domain");

    const rate = ({ events, seconds }: Measured) => events / seconds;
    const line = (what: string, measured: Measured, ceiling?: Measured) =>
      `${what.padEnd(44)}${Math.round(rate(measured)).toLocaleString("en").padStart(10)} events/s${`${Math.round(measured.peakMB)} MB`.padStart(9)}${
        ceiling === undefined ? "" : `   ${(rate(measured) / rate(ceiling)).toFixed(2)} of the ceiling`
      }\n`;
    process.stdout.write(
      [
        `${append.events.toLocaleString("en")} events of ${Number(DOSSIERS).toLocaleString("en")} dossiers, ${(statSync(file).size / 1e6).toFixed(0)} MB; ${cpus().length} cores, Node ${process.versions.node}\n\n`,
        line("simulate alone, no store", generate),
        line("simulate into SQLite", append, rawAppend),
        line("  ceiling: hand-written inserts", rawAppend),
        line("report indicators from SQLite", report, byHand),
        line("  ceiling: hand-written loop, JSON.parse", byHand),
        `\nadding 15 working days                      ${domain.addDays.toFixed(3).padStart(10)} µs\n`,
        `deciding on a dossier of ${domain.events} events          ${domain.decideOnly.toFixed(2).padStart(10)} µs\n`,
        `  folding its events first                  ${domain.foldAndDecide.toFixed(2).padStart(10)} µs\n`,
      ].join(""),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
