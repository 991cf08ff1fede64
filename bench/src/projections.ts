import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@motcua/testkit";
import type { Measured } from "./measure.ts";
import { runTask } from "./run-task.ts";

/** A year's dossiers, so many times over as make a million events, or ten. */
const DOSSIERS = process.env["BENCH_DOSSIERS"] ?? "90000";
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);
const LIVE_EVENTS = "200";

/** Kept projections beside the same rows read by hand, by DuckDB, and alone. */
export const benchProjections = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "motcua-bench-"));
  const server = await startPostgres();
  try {
    const [file, views, ndjson] = ["log.db", "views.db", "log.ndjson"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const { url } = server;
    const { events } = runTask<Measured>("append", DOSSIERS, file);
    const say = (line: string) => process.stdout.write(`${line}\n`);
    say(
      `${events.toLocaleString("en")} events of ${Number(DOSSIERS).toLocaleString("en")} dossiers, ${(statSync(file).size / 1e6).toFixed(0)} MB; ${cpus().length} cores, Node ${process.versions.node}; ${ROUNDS} rounds\n`,
    );

    const rounds = Array.from({ length: ROUNDS }, () => ({
      byHand: runTask<Measured>("project-by-hand", file),
      one: runTask<Measured>("project", `sqlite:${file}`, `sqlite:${views}`, "1"),
      two: runTask<Measured>("project", `sqlite:${file}`, `sqlite:${views}`, "2"),
    }));
    say(
      row(
        "rebuild, 2 threads, of the loop by hand",
        rounds.map(({ byHand, two }) => two.seconds / byHand.seconds),
        "x the time",
      ),
    );
    say(
      row(
        "rebuild, 1 thread, of the loop by hand",
        rounds.map(({ byHand, one }) => one.seconds / byHand.seconds),
        "x the time",
      ),
    );
    say(
      row(
        "2 threads, of 1",
        rounds.map(({ one, two }) => one.seconds / two.seconds),
        "x as fast",
      ),
    );
    say(
      row(
        "events a second, 2 threads",
        rounds.map(({ two }) => two.events / two.seconds / 1_000),
        "thousand",
      ),
    );
    say(
      row(
        "peak memory, 2 threads",
        rounds.map(({ two }) => two.peakMB),
        "MB",
      ),
    );

    const kept = runTask<{ median: number; first: number; peakMB: number }>("report-kept", file, views);
    say(
      `${"report from the kept view".padEnd(44)}${kept.median.toFixed(0).padStart(8)} ms, the first ${kept.first.toFixed(0)} ms`,
    );

    runTask<Measured>("export", file, ndjson);
    const duck = Array.from({ length: ROUNDS }, () => runTask<Measured>("project-duckdb", ndjson, String(events)));
    say(
      row(
        "rebuild, 2 threads, of DuckDB over NDJSON",
        rounds.map(({ two }, n) => two.seconds / (duck[n]?.seconds ?? Number.NaN)),
        "x the time",
      ),
    );

    runTask<Measured>("copy", `sqlite:${file}`, url);
    const postgres = Array.from({ length: ROUNDS }, () => ({
      read: runTask<Measured>("project-postgres", url, "read"),
      fold: runTask<Measured>("project-postgres", url, "rebuild"),
    }));
    say(
      row(
        "rebuild from PostgreSQL, of reading alone",
        postgres.map(({ read, fold }) => read.seconds / fold.seconds),
        "x as fast",
      ),
    );
    const live = runTask<{ p50: number; p99: number }>("project-live", url, LIVE_EVENTS);
    say(
      `${"append to visible figure, PostgreSQL".padEnd(44)}${live.p50.toFixed(0).padStart(8)} ms median, ${live.p99.toFixed(0)} ms p99 of ${LIVE_EVENTS}`,
    );
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The median, and the middle half. */
const row = (what: string, values: ReadonlyArray<number>, unit: string): string => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1) + 0.5)] ?? Number.NaN).toFixed(2);
  return `${what.padEnd(44)}${at(0.5).padStart(8)} ${unit} (${at(0.25)}-${at(0.75)})`;
};
