import { deepEqual, equal } from "node:assert/strict";
import type { NewEvent } from "@motcua/event-store";
import { group } from "./check.js";
import { failsWith, succeeds } from "./expect.js";
import { event, events, wholeLog } from "./sample.js";

const rules = "idempotence";

export const repetition = [
  ...group(rules, {
    "repeating an append gives the first answer and writes nothing": async (store) => {
      const batch = events(3);
      equal((await succeeds(store.append("a-1", batch, "none")())).version, 3);
      equal((await succeeds(store.append("a-1", batch, "none")())).version, 3);
      const more = events(2);
      equal((await succeeds(store.append("a-1", more, 3)())).version, 5);
      equal((await succeeds(store.append("a-1", more, 3)())).version, 5);
      equal((await wholeLog(store)).events.length, 5);
    },
    "also when the stream has moved on meanwhile": async (store) => {
      const batch = events(2);
      await succeeds(store.append("a-1", batch, "none")());
      await succeeds(store.append("a-1", events(4), 2)());
      equal((await succeeds(store.append("a-1", batch, "none")())).version, 2);
      equal((await wholeLog(store)).events.length, 6);
    },
    "the answer is the version and nothing else, the first time and every other": async (store) => {
      const batch = events(2);
      for (let n = 0; n < 3; n++)
        deepEqual(await store.append("a-1", batch, "none")(), { _tag: "Right", right: { version: 2 } });
      deepEqual(await store.append("a-1", [], 2)(), { _tag: "Right", right: { version: 2 } });
    },
    "an append that was refused may be tried again with the same ids": async (store) => {
      const batch = events(2);
      await failsWith("VersionConflict", store.append("a-1", batch, 3)());
      await failsWith("EventRefused", store.append("a-1", [...batch, event({ type: "" })], "none")());
      await succeeds(store.append("a-1", events(3), "none")());
      equal((await succeeds(store.append("a-1", batch, 3)())).version, 5);
      equal((await succeeds(store.append("a-1", batch, 3)())).version, 5);
      equal((await wholeLog(store)).events.length, 5);
    },
    "a long append is known again": async (store) => {
      const batch = events(1_200);
      await succeeds(store.append("a-1", batch, 0)());
      equal((await succeeds(store.append("a-1", batch, 0)())).version, 1_200);
      equal((await wholeLog(store)).events.length, 1_200);
    },
    "also when both are under way at the same time": async (store) => {
      const batch = events(2);
      const answers = await Promise.all([store.append("a-1", batch, "none")(), store.append("a-1", batch, "none")()]);
      for (const answer of answers) equal((await succeeds(Promise.resolve(answer))).version, 2);
      equal((await wholeLog(store)).events.length, 2);
    },
    "also with its members in another order, or without a prototype": async (store) => {
      const first = event({ data: { a: 1, b: { c: 2, d: [3] } }, meta: { x: "1", y: "2" } });
      const same: NewEvent = {
        ...first,
        data: Object.assign(Object.create(null), { b: { d: [3], c: 2 }, a: 1 }),
        meta: { y: "2", x: "1" },
      };
      await succeeds(store.append("a-1", [first], "none")());
      equal((await succeeds(store.append("a-1", [same], "none")())).version, 1);
    },
    "an id with other content is refused": async (store) => {
      const first = event();
      await succeeds(store.append("a-1", [first], "none")());
      const others: ReadonlyArray<Partial<NewEvent>> = [
        { data: { n: "other" } },
        { meta: { actor: "other" } },
        { type: "Other" },
        { schemaVersion: 2 },
        { occurredAt: first.occurredAt + 1 },
      ];
      for (const other of others) {
        const refused = await failsWith("EventIdReused", store.append("a-1", [{ ...first, ...other }], "none")());
        equal(refused.id, first.id);
      }
      equal((await wholeLog(store)).events.length, 1);
    },
  }),
  ...group(
    rules,
    {
      "a repetition under `any` gives the first answer": async (store) => {
        const batch = events(2);
        await succeeds(store.append("a-1", batch, "any")());
        await succeeds(store.append("a-1", events(1), "any")());
        equal((await succeeds(store.append("a-1", batch, "any")())).version, 2);
        equal((await wholeLog(store)).events.length, 3);
      },
      "a repetition of one event out of several gives its own version": async (store) => {
        const [first, second, third] = [event(), event(), event()];
        await succeeds(store.append("a-1", [first, second, third], "none")());
        equal((await succeeds(store.append("a-1", [second], 1)())).version, 2);
      },
      "the same events under another expectation are a conflict": async (store) => {
        const batch = events(1);
        await succeeds(store.append("a-1", batch, "none")());
        await failsWith("VersionConflict", store.append("a-1", batch, 1)());
        await failsWith("VersionConflict", store.append("a-1", batch, "exists")());
        equal((await wholeLog(store)).events.length, 1);
      },
      "an id of another stream is refused": async (store) => {
        const first = event();
        await succeeds(store.append("a-1", [first], "none")());
        for (const expected of ["none", "any"] as const) {
          const refused = await failsWith("EventIdReused", store.append("a-2", [event(), first], expected)());
          equal(refused.id, first.id);
        }
        equal((await wholeLog(store)).events.length, 1);
      },
      "an append that is known only in part is refused, and none of it is written": async (store) => {
        const [first, second] = [event(), event()];
        await succeeds(store.append("a-1", [first, second], "none")());
        for (const batch of [
          [second, event()],
          [event(), first],
          [first, event(), second],
        ])
          for (const expected of ["any", 2, "none"] as const)
            await failsWith("EventIdReused", store.append("a-1", batch, expected)());
        equal((await wholeLog(store)).events.length, 2);
      },
      "the same events in another order are refused": async (store) => {
        const [first, second] = [event(), event()];
        await succeeds(store.append("a-1", [first, second], "none")());
        await failsWith("EventIdReused", store.append("a-1", [second, first], "none")());
      },
      "of two appends with one id at the same time, one is refused": async (store) => {
        const shared = event();
        const answers = await Promise.all([
          store.append("a-1", [event(), shared], "none")(),
          store.append("a-2", [event(), shared], "none")(),
          store.append("a-3", [event()], "none")(),
        ]);
        equal(answers.filter(({ _tag }) => _tag === "Left").length, 1);
        equal((await wholeLog(store)).events.length, 3);
      },
    },
    ({ uniqueIds }) => uniqueIds === "log",
  ),
];
