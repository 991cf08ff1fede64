import { appendFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { RecordedEvent } from "@motcua/event-store";
import { logPages } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import type { SqliteEventStore } from "../src/index.js";
import { type Child, program, start } from "./support/child.js";
import { seeded } from "./support/random.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const ROUNDS = process.env["MOTCUA_TIER"] === "nightly" ? 500 : 30;
const ROUNDS_OF_A_FILE = 30;
const SEED = Number(process.env["MOTCUA_SEED"] ?? Date.now() % 1_000_000);
const { newFile } = temporaryFolder();

it(`loses nothing that was acknowledged, in ${ROUNDS} rounds of kill -9 (seed ${SEED})`, {
  timeout: 3_600_000,
}, async () => {
  const random = seeded(SEED);
  let file = newFile();
  let acknowledged: ReadonlyArray<string> = [];
  const figures = { suite: "crash-sqlite", seed: SEED, rounds: 0, acknowledged: 0, stored: 0, lost: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    if (round % ROUNDS_OF_A_FILE === 0) [file, acknowledged] = [newFile(), []];
    const seeds = round % 3 === 2 ? [SEED + 2 * round, SEED + 2 * round + 1] : [SEED + 2 * round];
    const fresh = await acknowledgedUntilKilled(file, seeds, random() * 200);
    acknowledged = [...acknowledged, ...fresh];

    const store = await opened({ file });
    const log = await everything(store);
    expect(lostOf(acknowledged, log)).toEqual([]);
    expectWholeBatches(log);
    expectContiguousVersions(log);
    const findings = await store.doctor({ deep: true })();
    expect(isLeft(findings) ? findings.left : findings.right.filter(({ ok }) => !ok)).toEqual([]);
    await store.close();
    figures.rounds++;
    figures.acknowledged += fresh.length;
    if ((round + 1) % ROUNDS_OF_A_FILE === 0 || round + 1 === ROUNDS) figures.stored += log.length;
  }
  expect(figures.acknowledged).toBeGreaterThan(ROUNDS);
  const report = process.env["MOTCUA_FIGURES"];
  if (report !== undefined) appendFileSync(report, `${JSON.stringify(figures)}\n`);
});

it("would notice a writer that acknowledges too early", async () => {
  const random = seeded(SEED);
  for (let round = 0; round < 100; round++) {
    const file = newFile();
    const acknowledged = await acknowledgedUntilKilled(file, [SEED + round], random() * 50, "early");
    const store = await opened({ file });
    const lost = lostOf(acknowledged, await everything(store));
    await store.close();
    if (lost.length > 0) return;
  }
  throw new Error("100 rounds lost nothing");
});

/** Writers at work on one file, then killed: the events that they said were acknowledged. */
const acknowledgedUntilKilled = async (
  file: string,
  seeds: ReadonlyArray<number>,
  ms: number,
  ...more: ReadonlyArray<string>
): Promise<ReadonlyArray<string>> => {
  // Every other writer commits in a thread of its own.
  const writers = seeds.map((seed) =>
    start(
      process.execPath,
      program("writer-child.ts", file, String(seed), Math.floor(seed / 2) % 2 === 0 ? "inline" : "thread", ...more),
    ),
  );
  await Promise.all(writers.map(hasAcknowledged));
  await sleep(ms);
  for (const { process: writer } of writers) writer.kill("SIGKILL");
  return (await Promise.all(writers.map(linesOf))).flat();
};

const lostOf = (acknowledged: ReadonlyArray<string>, log: ReadonlyArray<RecordedEvent>): ReadonlyArray<string> => {
  const stored = new Set(log.map(({ id }) => id));
  const places = new Set(log.map(({ stream, version, id }) => `${stream} ${version} ${id}`));
  return acknowledged.filter((line) => (line.startsWith("?") ? !stored.has(line.slice(2)) : !places.has(line)));
};

const hasAcknowledged = async ({ output, process: writer }: Child): Promise<void> => {
  while (!output().includes("\n")) {
    if (writer.exitCode !== null) throw new Error(`a writer ended by itself, with ${writer.exitCode}`);
    await sleep(5);
  }
};

/** Whole lines only: the last may have been cut off by the kill. */
const linesOf = async ({ output, ended }: Child): Promise<ReadonlyArray<string>> => {
  expect((await ended).signal).toBe("SIGKILL");
  return output().split("\n").slice(0, -1);
};

const everything = async (store: SqliteEventStore): Promise<ReadonlyArray<RecordedEvent>> => {
  const log: RecordedEvent[] = [];
  for await (const page of logPages(store, { limit: 5_000 })) {
    if (isLeft(page)) throw new Error(page.left.code);
    log.push(...page.right.events);
  }
  return log;
};

const expectWholeBatches = (log: ReadonlyArray<RecordedEvent>): void => {
  const sizes = new Map<unknown, number>();
  for (const { meta } of log) sizes.set(meta["batch"], (sizes.get(meta["batch"]) ?? 0) + 1);
  expect(log.filter(({ meta, data }) => "of" in data && data.of !== sizes.get(meta["batch"]))).toEqual([]);
};

const expectContiguousVersions = (log: ReadonlyArray<RecordedEvent>): void => {
  const versions = new Map<string, number>();
  for (const { stream, version } of log) {
    expect(version).toBe((versions.get(stream) ?? 0) + 1);
    versions.set(stream, version);
  }
};
