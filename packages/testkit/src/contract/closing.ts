import { equal } from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { group } from "./check.js";
import { failsWith, inTime, succeeds } from "./expect.js";
import { events } from "./sample.js";

export const closing = group("closing", {
  "may be repeated, also at the same time": async (store) => {
    await Promise.all([store.close(), store.close()]);
    await store.close();
  },
  "afterwards every call answers StoreUnavailable, and nothing is in doubt": async (store) => {
    await succeeds(store.append("a-1", events(1), "none")());
    await store.close();
    equal((await failsWith("StoreUnavailable", store.append("a-1", events(1), "any")())).inDoubt, false);
    await failsWith("StoreUnavailable", store.readStream("a-1")());
    await failsWith("StoreUnavailable", store.readAll()());
    await failsWith("StoreUnavailable", store.head());
  },
  "an append that is under way is finished first": async (store) => {
    const appending = store.append("a-1", events(1), "none")();
    await store.close();
    equal((await succeeds(inTime("the answer", appending))).version, 1);
  },
  "appends that come too late are refused without a doubt, at the same moment too": async (store) => {
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, (_, n) => store.append(`a-${n}`, events(3), "none")()),
      store.close(),
      ...Array.from({ length: 10 }, (_, n) => store.append(`b-${n}`, events(3), "none")()),
    ]);
    for (const answer of answers)
      if (answer?._tag === "Left") equal((await failsWith("StoreUnavailable", Promise.resolve(answer))).inDoubt, false);
  },
  "a subscription that begins afterwards says so, and ends": async (store) => {
    await store.close();
    const found = [];
    for await (const page of store.subscribe({ signal: new AbortController().signal })) found.push(page);
    equal(found.length <= 1, true);
    for (const page of found) await failsWith("StoreUnavailable", Promise.resolve(page));
  },
  "a subscription that waits ends": async (store) => {
    const reading = (async () => {
      for await (const page of store.subscribe({ signal: new AbortController().signal })) {
        await failsWith("StoreUnavailable", Promise.resolve(page));
      }
    })();
    await sleep(20);
    await store.close();
    await inTime("the end of the subscription", reading);
  },
});
