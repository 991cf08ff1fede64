import { deepEqual, equal } from "node:assert/strict";
import type { NewEvent } from "@motcua/event-store";
import { group } from "./check.js";
import { failsWith, succeeds } from "./expect.js";
import { event, events, idsOf, wholeLog, wholeStream } from "./sample.js";

/** Events of which only `maxAppendBytes` says how many fit into one append. */
const ofBytes = (bytes: number, count: number): ReadonlyArray<NewEvent> =>
  Array.from({ length: count }, () => event({ data: { text: "x".repeat(bytes) } }));

/** All of an append or nothing, however large it is: stored as one where the store has no limit, refused whole where it has. */
export const largeAppends = group("large appends", {
  "5,000 events are one append, or are refused": async (store) => {
    const batch = ofBytes(250, 5_000);
    const { maxAppendBytes } = store.capabilities;
    if (maxAppendBytes !== null && maxAppendBytes < 250 * 5_000) {
      const refused = await failsWith("EventRefused", store.append("a-1", batch, "none")());
      equal(refused.reason, "appendTooLarge");
      equal((await wholeLog(store)).events.length, 0);
      return;
    }
    equal((await succeeds(store.append("a-1", batch, "none")())).version, 5_000);
    deepEqual(idsOf(await wholeStream(store, "a-1")), idsOf(batch));
    equal((await succeeds(store.append("a-1", batch, "none")())).version, 5_000);
    equal((await wholeLog(store)).events.length, 5_000);
  },
  "40 events of 200 KiB are one append, or are refused": async (store) => {
    const batch = ofBytes(200 * 1_024, 40);
    const { maxAppendBytes } = store.capabilities;
    if (maxAppendBytes !== null && maxAppendBytes < 40 * 200 * 1_024) {
      const refused = await failsWith("EventRefused", store.append("a-1", batch, "none")());
      equal(refused.reason, "appendTooLarge");
      deepEqual((await succeeds(store.readStream("a-1")())).version, 0);
      return;
    }
    await succeeds(store.append("a-1", batch, "none")());
    deepEqual(idsOf(await wholeStream(store, "a-1")), idsOf(batch));
  },
  "what fits is written, also after what did not": async (store) => {
    await store.append("a-1", ofBytes(200 * 1_024, 40), 99)();
    const batch = events(3);
    equal((await succeeds(store.append("a-1", batch, "none")())).version, 3);
    deepEqual(idsOf((await wholeLog(store)).events), idsOf(batch));
  },
  "half a megabyte is one append on every store": async (store) => {
    const batch = ofBytes(100 * 1_024, 5);
    await succeeds(store.append("a-1", batch, "none")());
    deepEqual(
      (await wholeStream(store, "a-1")).map(({ data }) => data),
      batch.map(({ data }) => data),
    );
  },
});
