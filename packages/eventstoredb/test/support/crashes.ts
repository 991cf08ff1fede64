import { appendFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { EventStore } from "@motcua/event-store";
import { type ClientPackage, startEventStoreDbDouble } from "@motcua/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { type Child, program, start } from "../../../../scripts/child/child.js";
import { eventStoreDbEventStore } from "../../src/index.js";
import { makeClient } from "./client.js";
import { everything, successOf } from "./events.js";
import { type Planned, plannedGroups } from "./planned.js";

const ROUNDS = process.env["MOTCUA_TIER"] === "nightly" ? 1_000 : 20;
const SEED = Number(process.env["MOTCUA_SEED"] ?? Date.now() % 1_000_000);

/** What is stored when a process is killed in the middle of its appends, and how it ends when it is not. */
export const crashes = (name: ClientPackage): void => {
  const ends: Array<() => Promise<unknown>> = [];
  afterAll(() => Promise.all(ends.map((end) => end())));
  const urlOf = async (): Promise<string> => {
    const given = process.env["KURRENTDB_URL"];
    if (given !== undefined) return given;
    const double = await startEventStoreDbDouble({ client: name });
    ends.push(double.stop);
    return `${double.connectionString}&discoveryInterval=10`;
  };

  describe(`processes that append over ${name}`, () => {
    it("end by themselves when they have closed the store", async () => {
      const child = run("leaving-child.ts", name, await urlOf());
      const timer = setTimeout(() => child.process.kill("SIGKILL"), 20_000);
      expect(await child.ended).toEqual({ code: 0, signal: null });
      clearTimeout(timer);
      expect(child.output()).toBe("version 3");
    });

    it(`lose nothing that was acknowledged when they are killed, ${ROUNDS} times (seed ${SEED})`, {
      timeout: 3_600_000,
    }, async () => {
      const url = await urlOf();
      const figures = { suite: `crash-${name}`, seed: SEED, rounds: 0, acknowledged: 0, stored: 0, lost: 0 };
      for (let round = 0; round < ROUNDS; round++) {
        const killed = await killedWriter(name, url, SEED + round);
        const store = killed.open();
        const stored = await placesIn(store);
        expect(lostOf(killed, stored)).toEqual([]);
        expect(inventedBy(killed, stored)).toEqual([]);
        await repeat(killed, store);
        const after = await placesIn(store);
        expect(after.size).toBe(killed.groups.flat().flatMap(({ events }) => events).length);
        await store.close();
        figures.rounds++;
        figures.acknowledged += killed.acknowledged.flat().length;
        figures.stored += stored.size;
      }
      expect(figures.acknowledged).toBeGreaterThan(ROUNDS);
      const report = process.env["MOTCUA_FIGURES"];
      if (report !== undefined) appendFileSync(report, `${JSON.stringify(figures)}\n`);
    });

    it("that acknowledge too early would be noticed", async () => {
      const url = await urlOf();
      for (let round = 0; round < 20; round++) {
        const killed = await killedWriter(name, url, SEED + round, "early");
        const store = killed.open();
        const stored = await placesIn(store);
        await store.close();
        const asked = killed.groups.slice(0, -1).flat();
        if (asked.some(({ events }) => events.some(({ id }) => !stored.has(id)))) return;
      }
      throw new Error("20 rounds lost nothing");
    });
  });
};

const run = (name: string, ...words: ReadonlyArray<string>): Child =>
  start(process.execPath, program(new URL(name, import.meta.url), ...words));

interface Killed {
  readonly open: () => EventStore;
  /** What was asked for: the groups that were acknowledged, and the one that was under way. */
  readonly groups: ReadonlyArray<ReadonlyArray<Planned>>;
  /** The versions that each acknowledged group was told. */
  readonly acknowledged: ReadonlyArray<ReadonlyArray<number>>;
}

const killedWriter = async (
  name: ClientPackage,
  url: string,
  seed: number,
  ...words: ReadonlyArray<string>
): Promise<Killed> => {
  const namespace = `t${crypto.randomUUID().replaceAll("-", "")}`;
  const before = eventStoreDbEventStore(makeClient(name, url));
  const startAfter = successOf(await before.head()).cursor;
  await before.close();
  const open = () => eventStoreDbEventStore(makeClient(name, url), { namespace, startAfter });
  const child = run("writer-child.ts", name, url, namespace, String(seed), ...words);
  while (!child.output().includes("\n")) {
    if (child.process.exitCode !== null) throw new Error(`a writer ended by itself, with ${child.process.exitCode}`);
    await sleep(2);
  }
  await sleep((seed * 7) % 60);
  child.process.kill("SIGKILL");
  expect((await child.ended).signal).toBe("SIGKILL");
  // The last line may have been cut off.
  const acknowledged = child
    .output()
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  const plan = plannedGroups(seed);
  return { open, acknowledged, groups: Array.from({ length: acknowledged.length + 1 }, () => plan.next().value) };
};

/** Where each event stands. */
const placesIn = async (store: EventStore): Promise<ReadonlyMap<string, string>> => {
  const log = await everything(store);
  const places = new Map(log.map(({ id, stream, version }) => [id, `${stream} ${version}`]));
  expect(places.size).toBe(log.length);
  return places;
};

const lostOf = ({ groups, acknowledged }: Killed, stored: ReadonlyMap<string, string>): ReadonlyArray<string> =>
  acknowledged.flatMap((versions, group) =>
    versions.flatMap((version, nth) => {
      const { stream = "", events = [] } = groups[group]?.[nth] ?? {};
      const first = version - events.length + 1;
      return events.filter(({ id }, n) => stored.get(id) !== `${stream} ${first + n}`).map(({ id }) => id);
    }),
  );

/** What stands there and was never asked for, or only in part. */
const inventedBy = ({ groups }: Killed, stored: ReadonlyMap<string, string>): ReadonlyArray<string> => {
  const asked = groups.flat();
  const known = new Set(asked.flatMap(({ events }) => events.map(({ id }) => id)));
  const torn = asked.filter(({ events }) => new Set(events.map(({ id }) => stored.has(id))).size > 1);
  return [...[...stored.keys()].filter((id) => !known.has(id)), ...torn.map(({ stream }) => stream)];
};

/** All of it once more; of what names no version, only what was under way, which is the last of its stream. */
const repeat = async ({ groups, acknowledged }: Killed, store: EventStore): Promise<void> => {
  for (const [index, group] of groups.entries())
    for (const [nth, { stream, events, expected }] of group.entries()) {
      if (expected === "any" && index < acknowledged.length) continue;
      const { version } = successOf(await store.append(stream, events, expected)());
      expect(acknowledged[index]?.[nth] ?? version).toBe(version);
    }
};
