import { deepEqual, equal } from "node:assert/strict";
import type { EventStore, RecordedEvent } from "@motcua/event-store";
import { group, groupOfTwo } from "./check.js";
import { failsWith, inTime, succeeds } from "./expect.js";
import { delivered } from "./listen.js";
import { event, events, idsOf, wholeLog, wholeStream } from "./sample.js";

const rules = "restoring";

const RECORDED_AT = Date.UTC(2019, 5, 3, 8, 0);

const copy = (stream: string, version: number, part: Partial<RecordedEvent> = {}): RecordedEvent => ({
  ...event(),
  occurredAt: Date.UTC(2019, 4, 31, 9, 30),
  stream,
  version,
  recordedAt: RECORDED_AT + version,
  ...part,
});

/** Three streams, woven into each other, as a log has them. */
const oldLog = (): ReadonlyArray<RecordedEvent> =>
  Array.from({ length: 30 }, (_, n) => copy(`a-${n % 3}`, Math.floor(n / 3) + 1, { recordedAt: RECORDED_AT + n }));

const plain = (items: ReadonlyArray<RecordedEvent>): ReadonlyArray<RecordedEvent> => items.map((item) => ({ ...item }));

const expectLog = async (store: EventStore, wanted: ReadonlyArray<RecordedEvent>): Promise<void> =>
  deepEqual(plain((await wholeLog(store, { limit: 7 })).events), wanted);

export const restoring = [
  ...group(rules, {
    "a log comes back as it was: order, ids, versions, both times, content": async (store) => {
      const old = oldLog();
      equal(await succeeds(store.restore(old)()), undefined);
      await expectLog(store, old);
      for (const stream of ["a-0", "a-1", "a-2"])
        deepEqual(
          plain(await wholeStream(store, stream)),
          old.filter((item) => item.stream === stream),
        );
      deepEqual(idsOf((await wholeLog(store, { categories: ["a"], types: ["Received"] })).events), idsOf(old));
    },
    "in several parts, one after the other": async (store) => {
      const old = oldLog();
      for (let n = 0; n < old.length; n += 7) await succeeds(store.restore(old.slice(n, n + 7))());
      await expectLog(store, old);
    },
    "times before 1970, of one millisecond for all, or that go back, are kept": async (store) => {
      const old = [-1, 0, 0, 5, 3].map((recordedAt, n) => copy("a-1", n + 1, { recordedAt }));
      await succeeds(store.restore(old)());
      await expectLog(store, old);
    },
    "an empty one writes nothing": async (store) => {
      await succeeds(store.restore([])());
      equal((await wholeLog(store)).events.length, 0);
    },
    "appends go on where the restored streams end": async (store) => {
      await succeeds(store.restore(oldLog())());
      equal((await failsWith("VersionConflict", store.append("a-1", events(1), "none")())).actual, 10);
      equal((await succeeds(store.append("a-1", events(2), 10)())).version, 12);
      const log = (await wholeLog(store)).events;
      deepEqual([log.length, log.at(-1)?.version], [32, 12]);
    },
    "it goes on where the streams of this log end": async (store) => {
      await succeeds(store.append("a-1", events(2), "none")());
      const rest = [copy("a-1", 3), copy("b-1", 1), copy("a-1", 4)];
      await succeeds(store.restore(rest)());
      deepEqual(idsOf((await wholeLog(store)).events).slice(2), idsOf(rest));
    },
    "what is not the next of its stream is a conflict that says which": async (store) => {
      await succeeds(store.append("a-1", events(2), "none")());
      for (const version of [1, 2, 4, 99]) {
        const conflict = await failsWith("VersionConflict", store.restore([copy("a-1", version)])());
        deepEqual([conflict.stream, conflict.expected, conflict.actual], ["a-1", version - 1, 2]);
      }
      const gap = await failsWith("VersionConflict", store.restore([copy("b-1", 1), copy("b-1", 3)])());
      deepEqual([gap.stream, gap.expected, gap.actual], ["b-1", 2, 1]);
      await failsWith("VersionConflict", store.restore([copy("b-1", 2), copy("b-1", 1)])());
      equal((await wholeLog(store)).events.length, 2);
    },
    "repeating one writes nothing": async (store) => {
      const old = oldLog();
      await succeeds(store.restore(old)());
      // A store that restores in parts must know its parts again; one that does not says that they are there.
      const again = store.restore(old)();
      if (store.capabilities.maxAppendBytes === null) await failsWith("VersionConflict", again);
      await again;
      await expectLog(store, old);
    },
    "all of it or nothing, where an append has no limit": async (store) => {
      if (store.capabilities.maxAppendBytes !== null) return;
      const old = oldLog();
      await failsWith("VersionConflict", store.restore([...old, copy("b-1", 2)])());
      equal((await wholeLog(store)).events.length, 0);
      await succeeds(store.restore(old)());
      await expectLog(store, old);
    },
    "events that break a limit are refused before anything is written": async (store) => {
      const bad: ReadonlyArray<readonly [Partial<RecordedEvent>, string]> = [
        [{ version: 0 }, "badVersion"],
        [{ version: 1.5 }, "badVersion"],
        [{ recordedAt: Number.NaN }, "badInstant"],
        [{ recordedAt: 0.5 }, "badInstant"],
        [{ stream: "a\nb" }, "badStreamName"],
        [{ type: "" }, "badType"],
        [{ id: "no uuid" }, "badId"],
        [{ data: { text: "\ud800" } }, "illFormedText"],
      ];
      for (const [part, reason] of bad) {
        const refused = await failsWith("EventRefused", store.restore([copy("a-1", 1), copy("b-1", 1, part)])());
        deepEqual([refused.reason, refused.index], [reason, 1]);
      }
      const [first] = [copy("a-1", 1)];
      const twice = await failsWith("EventRefused", store.restore([first, { ...first, stream: "b-1" }])());
      deepEqual([twice.reason, twice.index], ["repeatedId", 1]);
      equal((await wholeLog(store)).events.length, 0);
    },
    "a subscription hears what is restored": async (store) => {
      const old = oldLog();
      const hearing = delivered(store, old.length, { limit: 4 });
      await succeeds(store.restore(old)());
      deepEqual(await hearing, idsOf(old));
    },
    "2,500 events at once come back in their order": async (store) => {
      const old = Array.from({ length: 2_500 }, (_, n) => copy(`a-${n % 50}`, Math.floor(n / 50) + 1));
      await succeeds(store.restore(old)());
      deepEqual(idsOf((await wholeLog(store)).events), idsOf(old));
    },
    "a copy of a log is the log, event for event": async (store) => {
      for (let n = 0; n < 12; n++)
        await succeeds(store.append(`${n % 2 === 0 ? "a" : "b"}-${n % 3}`, events(2), "any")());
      const first = (await wholeLog(store)).events;
      const moved = first.map((item) => ({ ...item, id: `f${item.id.slice(1)}`, stream: `moved-${item.stream}` }));
      await succeeds(store.restore(moved)());
      deepEqual(plain((await wholeLog(store)).events).slice(first.length), moved);
    },
    "after closing, it answers StoreUnavailable": async (store) => {
      await store.close();
      await failsWith("StoreUnavailable", store.restore(oldLog())());
    },
    "one that is under way is finished before the store closes": async (store) => {
      const restored = store.restore(oldLog())();
      await store.close();
      await succeeds(inTime("the answer", restored));
    },
  }),
  ...group(
    rules,
    {
      "an id that is in this log is refused, and nothing is written": async (store) => {
        const known = event();
        await succeeds(store.append("b-1", [known], "none")());
        const refused = await failsWith(
          "EventIdReused",
          store.restore([copy("a-1", 1), copy("a-1", 2, { id: known.id })])(),
        );
        equal(refused.id, known.id);
        equal((await wholeLog(store)).events.length, 1);
      },
      "an append whose ids were restored is a repetition": async (store) => {
        const given = event();
        await succeeds(store.restore([{ ...given, stream: "a-1", version: 1, recordedAt: RECORDED_AT }])());
        equal((await succeeds(store.append("a-1", [given], "none")())).version, 1);
        equal((await wholeLog(store)).events.length, 1);
      },
    },
    ({ uniqueIds }) => uniqueIds === "log",
  ),
  ...groupOfTwo(rules, {
    "what one has restored the other reads, and hears": async (first, second) => {
      const old = oldLog();
      const hearing = delivered(second, old.length);
      await succeeds(first.restore(old)());
      await expectLog(second, old);
      deepEqual(await hearing, idsOf(old));
    },
  }),
];
