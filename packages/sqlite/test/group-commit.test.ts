import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import type { AppendTransaction, SqliteEventStore } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { opened } from "./support/temporary.js";

const tags = (answers: ReadonlyArray<{ readonly _tag: string }>) => answers.map(({ _tag }) => _tag);

const streamsOf = async (store: SqliteEventStore): Promise<ReadonlyArray<string>> => {
  const page = await store.readAll({ limit: 10_000 })();
  return isLeft(page) ? [] : page.right.events.map(({ stream }) => stream);
};

/** A store whose hook keeps what it is given. */
const watched = async (
  hook: (transaction: AppendTransaction) => void = () => undefined,
): Promise<{ readonly store: SqliteEventStore; readonly calls: AppendTransaction[] }> => {
  const calls: AppendTransaction[] = [];
  const inTransaction = (transaction: AppendTransaction) => {
    calls.push(transaction);
    hook(transaction);
  };
  return { store: await opened({ file: ":memory:", inTransaction }), calls };
};

it("appends of one turn of the event loop share a commit, awaited ones do not", async () => {
  const { store, calls } = await watched();
  await Promise.all(Array.from({ length: 50 }, (_, n) => store.append(`a-${n}`, eventsFor(2), "none")()));
  expect(calls.map(({ events }) => events.length)).toEqual([100]);
  for (let n = 0; n < 3; n++) await store.append("b-1", eventsFor(1), n)();
  expect(calls.map(({ events, firstPosition }) => [events.length, firstPosition])).toEqual([
    [100, 1],
    [1, 101],
    [1, 102],
    [1, 103],
  ]);
  await store.close();
});

it("the order of positions is the order of the calls", async () => {
  const { store } = await watched();
  const names = Array.from({ length: 300 }, (_, n) => `a-${(n * 7) % 300}`);
  await Promise.all(names.map((name) => store.append(name, eventsFor(1), "none")()));
  expect(await streamsOf(store)).toEqual(names);
  await store.close();
});

it("a transaction holds 5,000 events at most, unless one append is larger", async () => {
  const { store, calls } = await watched();
  await Promise.all([
    ...Array.from({ length: 4 }, (_, n) => store.append(`a-${n}`, eventsFor(2_000), "none")()),
    store.append("b-1", eventsFor(6_000), "none")(),
    store.append("c-1", eventsFor(1), "none")(),
  ]);
  expect(calls.map(({ events }) => events.length)).toEqual([4_000, 4_000, 6_000, 1]);
  await store.close();
});

it("and 16 MiB of text at most", async () => {
  const { store, calls } = await watched();
  const large = () => eventsFor(1, { data: { text: "x".repeat(200_000) } });
  await Promise.all(Array.from({ length: 100 }, (_, n) => store.append(`a-${n}`, large(), "none")()));
  expect(calls.map(({ events }) => events.length)).toEqual([83, 17]);
  await store.close();
});

it("the hook sees what is recorded, and writes in the same transaction", async () => {
  const { store, calls } = await watched(({ connection, events }) => {
    connection.exec("CREATE TABLE IF NOT EXISTS seen (stream TEXT, version INTEGER)");
    const put = connection.prepare("INSERT INTO seen VALUES (?, ?)");
    for (const { stream, version } of events) put.run(stream, version);
  });
  await store.append("a-1", eventsFor(2), "none")();
  const page = await store.readStream("a-1")();
  expect(calls[0]?.events).toEqual(isLeft(page) ? [] : page.right.events);
  expect(calls[0]?.connection.prepare("SELECT * FROM seen").all()).toEqual([
    { stream: "a-1", version: 1 },
    { stream: "a-1", version: 2 },
  ]);
  await store.close();
});

it("the hook is not called where nothing is written", async () => {
  const { store, calls } = await watched();
  const batch = eventsFor(1);
  await store.append("a-1", batch, "none")();
  await store.append("a-1", batch, "none")();
  await store.append("a-1", eventsFor(1), "none")();
  await store.append("a-1", [], "any")();
  expect(calls.length).toBe(1);
  await store.close();
});

it("a hook that throws fails only the append that it throws for", async () => {
  const { store } = await watched(({ events }) => {
    if (events.some(({ stream }) => stream === "a-37")) throw new Error("not this one");
  });
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => store.append(`a-${n}`, eventsFor(1), "none")()),
  );
  expect(answers.flatMap((answer, n) => (isLeft(answer) ? [[n, answer.left.code]] : []))).toEqual([
    [37, "StoreUnavailable"],
  ]);
  expect(answers[37]).toMatchObject({ left: { inDoubt: false, cause: { message: "not this one" } } });
  expect((await streamsOf(store)).length).toBe(99);
  expect(await streamsOf(store)).not.toContain("a-37");
  await store.close();
});

it("a hook that is asynchronous fails the append: what it awaits would be outside the transaction", async () => {
  const { store } = await watched();
  await store.close();
  const other = await opened({ file: ":memory:", inTransaction: async () => undefined });
  expect(await other.append("a-1", eventsFor(1), "none")()).toMatchObject({ left: { code: "StoreUnavailable" } });
  expect(await streamsOf(other)).toEqual([]);
  await other.close();
});

it("a full disk fails what does not fit, and the store goes on", async () => {
  const { store } = await watched(({ connection }) => connection.exec("PRAGMA max_page_count = 60"));
  const large = () => eventsFor(1, { data: { text: "x".repeat(50_000) } });
  const answers = await Promise.all([
    store.append("a-1", eventsFor(1), "none")(),
    store.append("a-2", large(), "none")(),
    store.append("a-3", [...large(), ...large(), ...large(), ...large(), ...large()], "none")(),
    store.append("a-4", eventsFor(1), "none")(),
  ]);
  expect(tags(answers)).toEqual(["Right", "Right", "Right", "Right"]);
  const more = await Promise.all([store.append("a-5", large(), "none")(), store.append("a-6", eventsFor(1), "none")()]);
  expect(more[0]).toMatchObject({
    left: { code: "StoreUnavailable", inDoubt: false, detail: "the disk is full: free some space (SQLITE_FULL)" },
  });
  expect(tags(more)).toEqual(["Left", "Right"]);
  const findings = await store.doctor({ deep: true })();
  expect(isLeft(findings) ? findings : findings.right.filter(({ ok }) => !ok)).toEqual([]);
  await store.close();
});

it("where the commit itself fails, the append is in doubt, and repeating it tells", async () => {
  let sabotage = true;
  const { store } = await watched(({ connection }) => {
    if (sabotage) connection.exec("COMMIT");
  });
  const batch = eventsFor(2);
  const answers = await Promise.all([store.append("a-1", batch, "none")(), store.append("a-2", eventsFor(1), 5)()]);
  expect(answers[0]).toMatchObject({ left: { code: "StoreUnavailable", inDoubt: true } });
  expect(answers[1]).toMatchObject({ left: { code: "StoreUnavailable", inDoubt: false } });
  sabotage = false;
  expect(await store.append("a-1", batch, "none")()).toMatchObject({ right: { version: 2 } });
  await store.close();
});

it("a repetition in a group of 200 is answered, and the others are written", async () => {
  const { store } = await watched();
  const [known, taken] = [eventsFor(3), eventsFor(1)];
  await store.append("a-1", known, "any")();
  await store.append("b-1", taken, "any")();
  const answers = await Promise.all([
    ...Array.from({ length: 200 }, (_, n) => store.append(`c-${n}`, eventsFor(1), "none")()),
    store.append("a-1", known, "any")(),
    store.append("a-2", taken, "any")(),
  ]);
  expect(answers.slice(0, 200).every(({ _tag }) => _tag === "Right")).toBe(true);
  expect(answers[200]).toMatchObject({ right: { version: 3 } });
  expect(answers[201]).toMatchObject({ left: { code: "EventIdReused" } });
  expect((await streamsOf(store)).length).toBe(204);
  await store.close();
});

it("what was begun before an exception leaves nothing behind when it is done again", async () => {
  let calls = 0;
  const clock = () => {
    if (++calls === 7) throw new Error("no time");
    return calls;
  };
  const sizes: number[] = [];
  const inTransaction = ({ events }: AppendTransaction) => {
    sizes.push(events.length);
  };
  const store = await opened({ file: ":memory:", clock, inTransaction });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => store.append(`a-${n % 4}`, eventsFor(1), "any")()),
  );
  expect(tags(answers)).toEqual(Array(12).fill("Right"));
  expect(sizes).toEqual([12]);
  expect((await streamsOf(store)).length).toBe(12);
  await store.close();
});
