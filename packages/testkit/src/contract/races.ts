import { deepEqual, equal } from "node:assert/strict";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type EventStore, type LogPage, type NewEvent, START } from "@motcua/event-store";
import { group, groupOfTwo } from "./check.js";
import { failsWith, succeeds } from "./expect.js";
import { events, idsOf, wholeLog, wholeStream } from "./sample.js";

const rules = "races";

/**
 * Two appends to one stream at once, under one expectation: one is told success and the other a conflict, and the log
 * holds what was acknowledged, no less and no more. A store that checks first and writes later tells both, or drops one.
 */
const duel = async (
  [one, other]: readonly [EventStore, EventStore],
  stream: string,
  expected: "none" | number,
): Promise<ReadonlyArray<NewEvent>> => {
  const rivals = [events(2), events(2)] as const;
  const answers = await Promise.all([
    one.append(stream, rivals[0], expected)(),
    other.append(stream, rivals[1], expected)(),
  ]);
  const winners = rivals.filter((_, n) => answers[n]?._tag === "Right");
  equal(winners.length, 1, `${winners.length} of two were told success`);
  const before = expected === "none" ? 0 : expected;
  for (const answer of answers)
    if (answer._tag === "Right") equal(answer.right.version, before + 2);
    else equal((await failsWith("VersionConflict", Promise.resolve(answer))).actual, before + 2);
  return winners[0] ?? [];
};

const duels = {
  creation: async (stores: readonly [EventStore, EventStore]): Promise<void> => {
    const won: NewEvent[] = [];
    for (let n = 0; n < 30; n++) {
      const winner = await duel(stores, `a-${n}`, "none");
      deepEqual(idsOf(await wholeStream(stores[n % 2 === 0 ? 0 : 1], `a-${n}`)), idsOf(winner));
      won.push(...winner);
    }
    deepEqual(idsOf((await wholeLog(stores[0])).events), idsOf(won));
  },
  version: async (stores: readonly [EventStore, EventStore]): Promise<void> => {
    const won: NewEvent[] = [];
    for (let n = 0; n < 50; n++) won.push(...(await duel(stores, "a-1", 2 * n)));
    deepEqual(idsOf(await wholeStream(stores[1], "a-1")), idsOf(won));
    deepEqual(idsOf((await wholeLog(stores[0])).events), idsOf(won));
  },
};

export const races = [
  ...group(rules, {
    "of two that create a stream at once, 30 times, one is told so and only its events are there": (store) =>
      duels.creation([store, store]),
    "of two that append at one version, 50 times, one is told so and only its events are there": (store) =>
      duels.version([store, store]),
    "an append that is repeated while it runs is written once, whoever else runs": async (store) => {
      for (let n = 0; n < 10; n++) {
        const [batch, rival] = [events(2), events(1)];
        const answers = await Promise.all([
          store.append(`a-${n}`, batch, "none")(),
          store.append(`a-${n}`, rival, "none")(),
          store.append(`a-${n}`, batch, "none")(),
        ]);
        const tags = answers.map(({ _tag }) => _tag);
        deepEqual(tags[0], tags[2]);
        equal(tags[0] === tags[1], false);
        deepEqual(idsOf(await wholeStream(store, `a-${n}`)), idsOf(tags[0] === "Right" ? batch : rival));
      }
    },
    "of an append that is repeated 20 times at once, one is written and all are told the same": async (store) => {
      const batch = events(3);
      const answers = await Promise.all(Array.from({ length: 20 }, () => store.append("a-1", batch, 0)()));
      for (const answer of answers) deepEqual(answer, { _tag: "Right", right: { version: 3 } });
      equal((await wholeLog(store)).events.length, 3);
    },
    "who reads while an append runs sees all of it or nothing": async (store) => {
      const appending = [200, 1, 300].map((count, n) => store.append(`a-${n}`, events(count), "none")());
      for (let round = 0; round < 10; round++)
        for (const [n, whole] of [200, 1, 300].entries()) {
          const page = await succeeds(store.readStream(`a-${n}`)());
          deepEqual([0, whole].includes(page.version), true, `${page.version} of ${whole} events`);
          equal(page.events.length, page.version);
        }
      for (const append of appending) await succeeds(append);
      equal((await wholeLog(store)).events.length, 501);
    },
    "who reads beyond the end while an append runs is told where the stream stood": async (store) => {
      for (let n = 0; n < 20; n++) {
        const batch = events(3);
        const reads = [1, 2, 3, 4].map((from) => store.readStream(`a-${n}`, { from })());
        const appending = store.append(`a-${n}`, batch, "none")();
        const later = [1, 2, 3, 4].map((from) => store.readStream(`a-${n}`, { from })());
        await succeeds(appending);
        for (const [at, read] of [...reads, ...later].entries()) {
          const page = await succeeds(read);
          equal(page.version === 0 || page.version === 3, true, `version ${page.version} of an append of 3`);
          deepEqual(idsOf(page.events), page.version === 0 ? [] : idsOf(batch).slice(at % 4));
        }
      }
    },
    "who reads page by page while appends run is given the log, event for event": async (store) => {
      let busy = true;
      const reading = (async () => {
        const found: string[] = [];
        for (let after = START; ; ) {
          const over = !busy;
          const page: LogPage = await succeeds(store.readAll({ limit: 3, after })());
          found.push(...idsOf(page.events));
          after = page.cursor;
          if (over && page.atEnd) return found;
          await nextTurn();
        }
      })();
      for (let round = 0; round < 20; round++)
        await Promise.all([1, 4, 2, 7].map((count, n) => succeeds(store.append(`a-${n}`, events(count), "any")())));
      busy = false;
      deepEqual(await reading, idsOf((await wholeLog(store)).events));
    },
  }),
  ...groupOfTwo(rules, {
    "of two that create a stream at once through two handles, one is told so and only its events are there": (
      first,
      second,
    ) => duels.creation([first, second]),
    "of two that append at one version through two handles, one is told so and only its events are there": (
      first,
      second,
    ) => duels.version([first, second]),
  }),
];
