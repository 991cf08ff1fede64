import { deepEqual, equal } from "node:assert/strict";
import { group } from "./check.js";
import { failsWith, succeeds } from "./expect.js";
import { event, events, idsOf, wholeLog, wholeStream } from "./sample.js";

export const atomicity = group("atomicity", {
  "a refused event in the middle keeps the others out": async (store) => {
    const refused = await failsWith(
      "EventRefused",
      store.append("a-1", [event(), event({ type: "" }), event()], "none")(),
    );
    deepEqual([refused.reason, refused.index], ["badType", 1]);
    equal((await wholeLog(store)).events.length, 0);
    equal((await succeeds(store.readStream("a-1")())).version, 0);
  },
  "an append that fails leaves its neighbours alone": async (store) => {
    const answers = await Promise.all([
      store.append("a-1", events(2), "none")(),
      store.append("a-2", events(2), 5)(),
      store.append("a-3", [event({ id: "no uuid" })], "none")(),
      store.append("a-4", events(2), "none")(),
    ]);
    deepEqual(
      answers.map(({ _tag }) => _tag),
      ["Right", "Left", "Left", "Right"],
    );
    equal((await wholeLog(store)).events.length, 4);
  },
  "the events of one append stand together, in their order": async (store) => {
    const batches = Array.from({ length: 12 }, () => events(5));
    await Promise.all(batches.map((batch, index) => succeeds(store.append(`a-${index}`, batch, "none")())));
    for (const [index, batch] of batches.entries())
      deepEqual(idsOf(await wholeStream(store, `a-${index}`)), idsOf(batch));
    const log = (await wholeLog(store)).events;
    for (let at = 0; at < log.length; at += 5)
      equal(new Set(log.slice(at, at + 5).map(({ stream }) => stream)).size, 1);
  },
  "one append may hold more events than a page": async (store) => {
    const batch = events(1_200);
    equal((await succeeds(store.append("a-1", batch, "none")())).version, 1_200);
    deepEqual(idsOf(await wholeStream(store, "a-1")), idsOf(batch));
  },
  "calls are carried out only when the task is run": async (store) => {
    store.append("a-1", events(1), "none");
    equal((await wholeLog(store)).events.length, 0);
  },
});
