import { deepEqual } from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { group } from "./check.js";
import { inTime, succeeds } from "./expect.js";
import { delivered, pages } from "./listen.js";
import { event, events, idsOf, wholeLog } from "./sample.js";

export const subscribe = group("live", {
  "delivers what is there, in order": async (store) => {
    const batch = events(25);
    await succeeds(store.append("a-1", batch, "none")());
    deepEqual(await delivered(store, 25, { limit: 10 }), idsOf(batch));
  },
  "then what comes, as it comes": async (store) => {
    const [before, after] = [events(3), events(4)];
    await succeeds(store.append("a-1", before, "none")());
    const reading = delivered(store, 7);
    await sleep(50);
    for (const item of after) await succeeds(store.append("a-1", [item], "any")());
    deepEqual(await reading, idsOf([...before, ...after]));
  },
  "without a gap or a double while 500 appends run": async (store) => {
    for (let n = 0; n < 40; n++) await succeeds(store.append(`a-${n % 5}`, events(1), "any")());
    const reading = [delivered(store, 540, { limit: 7 }), delivered(store, 540)];
    for (let n = 0; n < 500; n++) {
      await succeeds(store.append(`a-${n % 5}`, events(1), "any")());
      if (n % 50 === 0) await sleep(1);
    }
    const all = idsOf((await wholeLog(store)).events);
    for (const found of await Promise.all(reading)) deepEqual(found, all);
  },
  "from a cursor, or from the head, on": async (store) => {
    await succeeds(store.append("a-1", events(5), "none")());
    const { cursor } = await succeeds(store.head());
    const reading = delivered(store, 2, { after: cursor });
    await sleep(20);
    const late = events(2);
    await succeeds(store.append("a-2", late, "none")());
    deepEqual(await reading, idsOf(late));
  },
  "filtered by type and category": async (store) => {
    const wanted = events(3, { type: "Wanted" });
    await succeeds(store.append("b-1", events(5, { type: "Wanted" }), "none")());
    await succeeds(store.append("a-1", events(30), "none")());
    const reading = delivered(store, 3, { types: ["Wanted"], categories: ["a"], limit: 2 });
    for (const item of wanted) {
      await sleep(5);
      await succeeds(store.append("a-1", [event(), item, event()], "any")());
    }
    deepEqual(await reading, idsOf(wanted));
  },
  "goes on after the cursor of any page": async (store) => {
    await succeeds(store.append("a-1", events(20), "none")());
    const all = idsOf((await wholeLog(store)).events);
    const [first] = await pages(store, 1, { limit: 6 });
    deepEqual(await delivered(store, 14, first === undefined ? {} : { after: first.cursor }), all.slice(6));
  },
  "reads nothing ahead while the consumer holds a page": async (store) => {
    await succeeds(store.append("a-1", events(15), "none")());
    const ending = new AbortController();
    const sizes: number[] = [];
    const reading = (async () => {
      for await (const page of store.subscribe({ limit: 10, signal: ending.signal })) {
        sizes.push((await succeeds(Promise.resolve(page))).events.length);
        if (sizes.length === 2) break;
        await sleep(30);
        await succeeds(store.append("a-1", events(3), "any")());
      }
    })();
    await inTime("two pages", reading);
    deepEqual(sizes, [10, 8]);
  },
  "several go on beside each other, each from its own place, at its own pace": async (store) => {
    await succeeds(store.append("a-1", events(10), "none")());
    const { cursor } = await succeeds(store.head());
    const hearing = [
      delivered(store, 30, { limit: 1 }),
      delivered(store, 30, { limit: 7 }),
      delivered(store, 20, { after: cursor }),
      delivered(store, 10, { categories: ["b"] }),
    ];
    for (let n = 0; n < 10; n++) {
      await succeeds(store.append("a-1", events(1), "any")());
      await succeeds(store.append("b-1", events(1), "any")());
    }
    const all = (await wholeLog(store)).events;
    const b = all.filter(({ stream }) => stream === "b-1");
    deepEqual(await Promise.all(hearing), [idsOf(all), idsOf(all), idsOf(all.slice(10)), idsOf(b)]);
  },
});
