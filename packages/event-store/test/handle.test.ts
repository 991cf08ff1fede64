import { isLeft, isRight, left, right } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { handle, inMemoryEventStore, load } from "../src/index.js";
import { counted, newEvent } from "./support/events.js";
import { till, tillEvents } from "./support/till.js";

const handling = { streamOf: (id: string) => `till-${id}`, catalog: tillEvents };
const payIn = (...amounts: ReadonlyArray<number>) => ({ kind: "payIn", amounts }) as const;
const payOut = (amount: number) => ({ kind: "payOut", amount }) as const;

it("loads, decides and appends", async () => {
  const tills = handle(inMemoryEventStore(), till, handling);
  expect(await tills("1", payIn(3, 4))()).toMatchObject({ right: { state: 7, version: 2 } });
  expect(await tills("1", payOut(5))()).toMatchObject({
    right: { state: 2, version: 3, events: [{ type: "PaidOut", data: { amount: 5 } }] },
  });
});

it("a refusal is answered as it is, and nothing is written", async () => {
  const { store, calls } = counted(inMemoryEventStore());
  expect(await handle(store, till, handling)("1", payOut(5))()).toEqual(left({ code: "NotEnough", balance: 0 }));
  expect(calls.append).toBe(0);
});

it("a command that decides nothing writes nothing", async () => {
  const store = inMemoryEventStore();
  expect(await handle(store, till, handling)("1", payIn())()).toEqual(right({ state: 0, version: 0, events: [] }));
  expect(await store.head()).toMatchObject({ right: { events: 0 } });
});

it("the same command again answers as the first time, also after others", async () => {
  const store = inMemoryEventStore();
  const tills = handle(store, till, handling);
  const first = await tills("1", payIn(3, 4), { commandId: "the-first" })();
  await tills("1", payIn(10))();
  const again = await tills("1", payIn(3, 4), { commandId: "the-first" })();
  expect(isRight(first) && first.right.events).toEqual(isRight(again) && again.right.events);
  expect(await store.head()).toMatchObject({ right: { events: 3 } });
});

it("the same command twice at the same time is carried out once", async () => {
  const store = inMemoryEventStore();
  const tills = handle(store, till, handling);
  const answers = await Promise.all([1, 2, 3].map(() => tills("1", payIn(5), { commandId: "once" })()));
  for (const answer of answers) expect(answer).toMatchObject({ right: { events: [{ data: { amount: 5 } }] } });
  expect(await store.head()).toMatchObject({ right: { events: 1 } });
});

it("decides again when another came first, on what that one wrote", async () => {
  const store = inMemoryEventStore();
  const rival = handle(store, till, handling);
  await rival("1", payIn(10))();
  let once = true;
  const { store: contested, calls } = counted(store, async (call) => {
    if (call !== "append" || !once) return;
    once = false;
    await rival("1", payOut(8))();
  });
  expect(await handle(contested, till, handling)("1", payOut(5))()).toEqual(left({ code: "NotEnough", balance: 2 }));
  expect(calls).toMatchObject({ readStream: 2, append: 1 });
});

it("gives up after so many retries, with the conflict", async () => {
  const store = inMemoryEventStore();
  const { store: contested, calls } = counted(store, async (call) => {
    if (call === "append") await store.append("till-1", [newEvent({ ...paidIn(1) })], "any")();
  });
  const answer = await handle(contested, till, { ...handling, retries: 2 })("1", payIn(1))();
  expect(answer).toMatchObject({ left: { code: "VersionConflict" } });
  expect(calls.append).toBe(3);
});

it("of twenty who pay out at once, only as many succeed as there is money", async () => {
  const tills = handle(inMemoryEventStore(), till, { ...handling, retries: 20 });
  await tills("1", payIn(7))();
  const answers = await Promise.all(Array.from({ length: 20 }, () => tills("1", payOut(1))()));
  expect(answers.filter(isRight).length).toBe(7);
  expect(answers.filter(isLeft).every(({ left: { code } }) => code === "NotEnough")).toBe(true);
});

it("a command's id with time in it gives event ids in the order of time", async () => {
  const store = inMemoryEventStore();
  const tills = handle(store, till, handling);
  for (let n = 0; n < 50; n++)
    await tills("1", payIn(1), { commandId: `01900000-0${n.toString(16).padStart(3, "0")}-7abc-8abc-000000000000` })();
  const page = await store.readAll()();
  const ids = isLeft(page) ? [] : page.right.events.map(({ id }) => id);
  expect(ids.length).toBe(50);
  expect([...ids].sort()).toEqual(ids);
});

it("the last step before the store may seal, or fail", async () => {
  const store = inMemoryEventStore();
  const sealed = handle(store, till, {
    ...handling,
    seal: (event) => async () => right({ ...event, data: { amount: event.data.amount + 1 } }),
  });
  expect(await sealed("1", payIn(1))()).toMatchObject({ right: { state: 1 } });
  expect(await store.readStream("till-1")()).toMatchObject({ right: { events: [{ data: { amount: 2 } }] } });
  const failed = { code: "SealingFailed", detail: "no key", cause: undefined } as const;
  const failing = handle(store, till, { ...handling, seal: () => async () => left(failed) });
  expect(await failing("1", payIn(1))()).toEqual(left(failed));
  expect(await store.head()).toMatchObject({ right: { events: 1 } });
});

it("the command's id and the caller's metadata stand in every event", async () => {
  const store = inMemoryEventStore();
  await handle(store, till, handling)("1", payIn(1, 2), { commandId: "c-1", meta: { actor: "officer-1" } })();
  const page = await store.readStream("till-1")();
  expect(isLeft(page) ? [] : page.right.events.map(({ meta }) => meta)).toEqual([
    { actor: "officer-1", commandId: "c-1" },
    { actor: "officer-1", commandId: "c-1" },
  ]);
});

it("folds streams longer than a page, and events of older shapes", async () => {
  const store = inMemoryEventStore();
  const old = newEvent({ type: "PaidIn", schemaVersion: 1, data: { sum: "40" } });
  const many = Array.from({ length: 2_500 }, () => newEvent(paidIn(1)));
  await store.append("till-1", [old, ...many], "none")();
  expect(await load(store, till, tillEvents, "till-1")()).toEqual(right({ state: 2_540, version: 2_501, caused: [] }));
});

it("an event that is not understood stops the handling", async () => {
  const store = inMemoryEventStore();
  await store.append("till-1", [newEvent({ type: "Stolen" })], "none")();
  expect(await handle(store, till, handling)("1", payIn(1))()).toMatchObject({
    left: { code: "EventNotUnderstood", stream: "till-1", version: 1, type: "Stolen" },
  });
});

const paidIn = (amount: number) => ({ type: "PaidIn", schemaVersion: 3, data: { amount } });
