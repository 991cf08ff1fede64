import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { runTask } from "./run-task.ts";

const DOSSIERS = process.env["BENCH_DOSSIERS"] ?? "124000";
const FEW = "1000";
const MANY = process.env["BENCH_OPEN"] ?? "1000000";

interface Year {
  readonly events: number;
  readonly ticks: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly warnings: number;
}

interface Open {
  readonly open: number;
  readonly due: number;
  readonly milliseconds: number;
}

/** A year's rounds of the deadline monitor, and what one costs beside few and beside many open dossiers. */
export const benchMonitor = (): void => {
  const folder = mkdtempSync(join(tmpdir(), "motcua-bench-"));
  const say = (line: string) => process.stdout.write(`${line}\n`);
  try {
    const { events, ticks, seconds, processorSeconds, dueSoon, overdue, warnings } = runTask<Year>(
      "monitor-year",
      DOSSIERS,
      join(folder, "year"),
    );
    say(`${cpus().length} cores, Node ${process.versions.node}`);
    say(
      `a year of ${Number(DOSSIERS).toLocaleString("en")} dossiers, ${events.toLocaleString("en")} events: ${ticks} rounds in ${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of the processor); ${warnings} warnings, ${dueSoon} of them before the date, ${overdue} dates passed`,
    );
    const few = runTask<Open>("monitor-open", FEW, join(folder, "few"));
    const many = runTask<Open>("monitor-open", MANY, join(folder, "many"));
    for (const { open, due, milliseconds } of [few, many])
      say(`a round in which ${due} fall due, beside ${open.toLocaleString("en")} open: ${milliseconds.toFixed(0)} ms`);
    say(`many of few: ${(many.milliseconds / few.milliseconds).toFixed(2)} x the time`);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
