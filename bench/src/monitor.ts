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
  readonly overdue: number;
  readonly warnings: number;
  readonly messages: number;
}

interface Open {
  readonly open: number;
  readonly due: number;
  readonly milliseconds: number;
}

const count = (many: number): string => many.toLocaleString("en");

/** A year's rounds of the deadline monitor, and what one costs beside few and beside many open dossiers. */
export const benchMonitor = (): void => {
  const folder = mkdtempSync(join(tmpdir(), "motcua-bench-"));
  const say = (line: string) => process.stdout.write(`${line}\n`);
  try {
    say(`${cpus().length} cores, Node ${process.versions.node}`);
    for (const queueing of ["none", "messages"]) {
      const year = runTask<Year>("monitor-year", DOSSIERS, join(folder, queueing), queueing);
      say(
        `a year of ${count(Number(DOSSIERS))} dossiers, ${count(year.events)} events: ${year.ticks} rounds in ${year.seconds.toFixed(1)} s (${year.processorSeconds.toFixed(1)} s of the processor); ${count(year.overdue)} dates passed, ${count(year.warnings)} warnings, ${count(year.messages)} messages queued`,
      );
    }
    const few = runTask<Open>("monitor-open", FEW, join(folder, "few"));
    const many = runTask<Open>("monitor-open", MANY, join(folder, "many"));
    for (const { open, due, milliseconds } of [few, many])
      say(`a round in which ${due} fall due, beside ${count(open)} open: ${milliseconds.toFixed(0)} ms`);
    say(`many of few: ${(many.milliseconds / few.milliseconds).toFixed(2)} x the time`);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
