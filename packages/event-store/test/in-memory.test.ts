import { isRight } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { inMemoryEventStore, type StreamPage } from "../src/index.js";
import { newEvent } from "./support/events.js";

const stored = async (): Promise<{
  readonly read: () => Promise<StreamPage>;
  readonly add: () => Promise<unknown>;
}> => {
  const store = inMemoryEventStore();
  const add = store.append("a-1", [newEvent({}), newEvent({})], "any");
  await add();
  return {
    add: () => store.append("a-1", [newEvent({})], "any")(),
    read: async () => {
      const page = await store.readStream("a-1")();
      if (!isRight(page)) throw new Error(page.left.code);
      return page.right;
    },
  };
};

it("a page that was read stays as it was when the stream goes on", async () => {
  const { read, add } = await stored();
  const before = await read();
  await add();
  expect(before.events.map(({ version }) => version)).toEqual([1, 2]);
  expect((await read()).events.map(({ version }) => version)).toEqual([1, 2, 3]);
});

it("who changes a page does not change the log", async () => {
  const { read } = await stored();
  const { events } = await read();
  try {
    (events as unknown[]).pop();
  } catch {
    // Refused is as good.
  }
  expect((await read()).events).toHaveLength(2);
});
