import * as fc from "fast-check";
import { isLeft, right } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { inMemoryEventStore, logPages, type Projection, project } from "../src/index.js";
import { counted, newEvent } from "./support/events.js";

const countByStream: Projection<Record<string, number>> = {
  name: "count",
  version: 1,
  handles: ["T"],
  empty: () => ({}),
  step: (view, { stream }) => {
    view[stream] = (view[stream] ?? 0) + 1;
    return view;
  },
};

const filled = async (streams: ReadonlyArray<string>) => {
  const store = inMemoryEventStore();
  for (const [n, stream] of streams.entries())
    await store.append(stream, [newEvent({ type: n % 3 === 0 ? "Other" : "T", occurredAt: n })], "any")();
  return store;
};

it("folds the events of its types, whatever the size of a page", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("a-1", "a-2", "b-1"), { maxLength: 40 }),
      fc.integer({ min: 1, max: 50 }),
      async (streams, limit) => {
        const wanted: Record<string, number> = {};
        for (const [n, stream] of streams.entries()) if (n % 3 !== 0) wanted[stream] = (wanted[stream] ?? 0) + 1;
        expect(await project(await filled(streams), countByStream, { limit })()).toEqual(right(wanted));
      },
    ),
  );
});

it("each fold begins with an accumulator of its own", async () => {
  const store = await filled(["a-1", "a-1"]);
  const fold = project(store, countByStream);
  expect(await fold()).toEqual(await fold());
});

it("tells how far it is, a page at a time", async () => {
  const store = await filled(Array.from({ length: 30 }, () => "a-1"));
  const told: number[] = [];
  await project(store, countByStream, { limit: 8, progress: (folded) => told.push(folded) })();
  expect(told).toEqual([8, 16, 20]);
});

it("asks for the next page before it folds one, and for none after the last", async () => {
  const { store, calls } = counted(await filled(Array.from({ length: 30 }, () => "a-1")));
  const asked: number[] = [];
  const step = (view: Record<string, number>) => {
    asked.push(calls.readAll);
    return view;
  };
  await project(store, { ...countByStream, step }, { limit: 10 })();
  expect([...new Set(asked)]).toEqual([2]);
  expect(calls.readAll).toBe(2);
});

it("leaves out what is not to be seen", async () => {
  const store = await filled(["a-1", "a-1", "a-1", "a-1", "a-1"]);
  expect(await project(store, countByStream, { only: ({ occurredAt }) => occurredAt < 3 })()).toEqual(
    right({ "a-1": 2 }),
  );
});

it("answers the error of the store", async () => {
  const store = inMemoryEventStore();
  await store.close();
  expect(await project(store, countByStream)()).toMatchObject({ left: { code: "StoreUnavailable" } });
});

it("pages are read one at a time, as they are asked for", async () => {
  const { store, calls } = counted(await filled(Array.from({ length: 10 }, () => "a-1")));
  for await (const page of logPages(store, { limit: 4 })) {
    expect(isLeft(page)).toBe(false);
    if (calls.readAll === 2) break;
  }
  expect(calls.readAll).toBe(2);
  const sizes: number[] = [];
  for await (const page of logPages(store, { limit: 4 })) if (!isLeft(page)) sizes.push(page.right.events.length);
  expect(sizes).toEqual([4, 4, 2]);
});
