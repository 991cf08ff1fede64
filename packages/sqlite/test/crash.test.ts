import { appendFileSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { RecordedEvent } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { type Child, hasPrinted, start } from "../../../scripts/child/child.js";
import type { SqliteEventStore } from "../src/index.js";
import { type Planned, plannedGroups } from "./support/planned.js";
import { program } from "./support/program.js";
import { seeded } from "./support/random.js";
import { everything, expectContiguousVersions, expectSound, expectWholeAppends } from "./support/read.js";
import { folderInMemory, opened, temporaryFolder } from "./support/temporary.js";

const ROUNDS = process.env["MOTCUA_TIER"] === "nightly" ? 10_000 : 60;
const ROUNDS_OF_A_FILE = 6;
/** A round mostly waits: for a process to start, for the disk, for the moment of the kill. */
const AT_ONCE = 5;
const SEED = Number(process.env["MOTCUA_SEED"] ?? Date.now() % 1_000_000);
/** One file in so many is on the disk: a kill takes nothing that was handed to the system, and syncing takes most of the time. */
const ON_DISK = 10;
const onDisk = temporaryFolder();
const inMemory = temporaryFolder(folderInMemory());

for (let part = 0; part < AT_ONCE; part++)
  it.concurrent(`loses nothing that was acknowledged, in ${ROUNDS / AT_ONCE} rounds of kill -9 (seed ${SEED + part * ROUNDS})`, {
    timeout: 7_200_000,
  }, async () => {
    const figures = await killedRounds(SEED + part * ROUNDS, ROUNDS / AT_ONCE);
    expect(figures.acknowledged).toBeGreaterThan(figures.rounds);
    expect(figures.retried).toBeGreaterThan(figures.rounds);
    const report = process.env["MOTCUA_FIGURES"];
    if (report !== undefined) appendFileSync(report, `${JSON.stringify(figures)}\n`);
  });

it("would notice a writer that acknowledges too early", async () => {
  const random = seeded(SEED);
  for (let round = 0; round < 100; round++) {
    const file = inMemory.newFile();
    const acknowledged = await acknowledgedUntilKilled(file, [SEED + round], random() * 50, "early");
    const store = await opened({ file });
    const lost = lostOf(acknowledged.flat(), await everything(store));
    await store.close();
    if (lost.length > 0) return;
  }
  throw new Error("100 rounds lost nothing");
});

/** Rounds of writing and killing, six on each file; what was stored after each is held against what was acknowledged. */
const killedRounds = async (seed: number, rounds: number) => {
  const random = seeded(seed);
  let file = "";
  let acknowledged: ReadonlyArray<string> = [];
  const figures = { suite: "crash-sqlite", seed, rounds: 0, acknowledged: 0, stored: 0, retried: 0, lost: 0 };
  for (let round = 0; round < rounds; round++) {
    if (round % ROUNDS_OF_A_FILE === 0) {
      if (file !== "") for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
      const folder = round % (ROUNDS_OF_A_FILE * ON_DISK) === 0 ? onDisk : inMemory;
      [file, acknowledged] = [folder.newFile(), []];
    }
    const seeds = round % 3 === 2 ? [seed + 2 * round, seed + 2 * round + 1] : [seed + 2 * round];
    const fresh = await acknowledgedUntilKilled(file, seeds, random() * 40);
    acknowledged = [...acknowledged, ...fresh.flat()];

    const store = await opened({ file });
    const log = await everything(store);
    expect(lostOf(acknowledged, log)).toEqual([]);
    expectWholeAppends(log);
    expectContiguousVersions(log);
    await expectSound(store);
    for (const [index, each] of seeds.entries())
      figures.retried += await expectRetriesToAddNothing(store, each, fresh[index] ?? []);
    await store.close();
    figures.rounds++;
    figures.acknowledged += fresh.flat().length;
    if ((round + 1) % ROUNDS_OF_A_FILE === 0 || round + 1 === rounds) figures.stored += log.length;
  }
  return figures;
};

/** Writers at work on one file, then killed: the events that each said were acknowledged. */
const acknowledgedUntilKilled = async (
  file: string,
  seeds: ReadonlyArray<number>,
  ms: number,
  ...more: ReadonlyArray<string>
): Promise<ReadonlyArray<ReadonlyArray<string>>> => {
  // Every other writer commits in a thread of its own.
  const writers = seeds.map((seed) =>
    start(
      process.execPath,
      program("writer-child.ts", file, String(seed), Math.floor(seed / 2) % 2 === 0 ? "inline" : "thread", ...more),
    ),
  );
  await Promise.all(writers.map((writer) => hasPrinted(writer, "\n")));
  await sleep(ms);
  for (const { process: writer } of writers) writer.kill("SIGKILL");
  return Promise.all(writers.map(linesOf));
};

/** Whole lines only: the last may have been cut off by the kill. */
const linesOf = async ({ output, ended }: Child): Promise<ReadonlyArray<string>> => {
  expect((await ended).signal).toBe("SIGKILL");
  return output().split("\n").slice(0, -1);
};

const lostOf = (acknowledged: ReadonlyArray<string>, log: ReadonlyArray<RecordedEvent>): ReadonlyArray<string> => {
  const stored = new Set(log.map(({ id }) => id));
  const places = new Set(log.map(placeOf));
  return acknowledged.filter((line) => (line.startsWith("?") ? !stored.has(line.slice(2)) : !places.has(line)));
};

const placeOf = ({ stream, version, id }: RecordedEvent): string => `${stream} ${version} ${id}`;

/**
 * Asks once more for what the killed writer had asked for last: what was acknowledged is answered as it was and adds
 * nothing; what was under way is there afterwards once, however often it is asked for.
 *
 * @returns how many appends were asked for again
 */
const expectRetriesToAddNothing = async (
  store: SqliteEventStore,
  seed: number,
  acknowledged: ReadonlyArray<string>,
): Promise<number> => {
  const { known, underWay } = lastGroups(seed, acknowledged.length);
  const places = new Set(acknowledged);
  const before = await eventsIn(store);
  for (const { planned, version } of await ask(store, known))
    expect(places).toContain(`${planned.stream} ${version} ${planned.events.at(-1)?.id}`);
  expect(await eventsIn(store)).toBe(before);

  const answers = await ask(store, underWay);
  const after = await eventsIn(store);
  expect(await ask(store, underWay)).toEqual(answers);
  expect(await eventsIn(store)).toBe(after);
  return known.length + underWay.length;
};

/** The last group that was acknowledged whole, and the one that the kill came into. */
const lastGroups = (
  seed: number,
  acknowledged: number,
): { readonly known: ReadonlyArray<Planned>; readonly underWay: ReadonlyArray<Planned> } => {
  let known: ReadonlyArray<Planned> = [];
  let events = 0;
  for (const group of plannedGroups(seed)) {
    events += group.reduce((sum, planned) => sum + planned.events.length, 0);
    if (events > acknowledged) return { known, underWay: group };
    known = group;
  }
  throw new Error("a plan has no end");
};

const ask = (store: SqliteEventStore, group: ReadonlyArray<Planned>) =>
  Promise.all(
    group.map(async (planned) => {
      const answer = await store.append(planned.stream, planned.events, planned.expected)();
      if (isLeft(answer)) throw new Error(`${answer.left.code} for ${planned.stream}`);
      return { planned, version: answer.right.version };
    }),
  );

const eventsIn = async (store: SqliteEventStore): Promise<number | null> => {
  const head = await store.head();
  return isLeft(head) ? null : head.right.events;
};
