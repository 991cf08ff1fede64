import { type Either, isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { type AppendTransaction, appendWithin, type PostgresEventStore } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { connected, opened, testServer } from "./support/postgres.js";

const { newDatabase } = testServer();

/** A store with a hook, and a table that the hook may write to. */
const withHook = async (inTransaction: (transaction: AppendTransaction) => Promise<void>) => {
  const url = await newDatabase();
  await connected(url, (client) =>
    client.query(
      "CREATE TABLE inbox (stream text, position bigint, CONSTRAINT once UNIQUE (stream) DEFERRABLE INITIALLY DEFERRED)",
    ),
  );
  const store = await opened({ url, inTransaction });
  const inbox = () =>
    connected(url, async (client) =>
      (await client.query("SELECT stream, position::integer FROM inbox ORDER BY position")).rows.map((row) =>
        Object.values(row),
      ),
    );
  return { url, store, inbox };
};

const noteDown = async ({ client, events }: AppendTransaction): Promise<void> => {
  for (const { stream, position } of events)
    await client.query("INSERT INTO inbox VALUES ($1, $2)", [stream, position]);
};

const logOf = async (store: PostgresEventStore): Promise<ReadonlyArray<string>> => {
  const page = await store.readAll()();
  return isRight(page) ? page.right.events.map(({ stream }) => stream) : [];
};
const failed = (answer: Either<unknown, unknown>) =>
  expect(answer).toMatchObject({ left: { code: "StoreUnavailable", inDoubt: false, detail: "inTransaction failed" } });

describe("a hook inside the transaction of an append", () => {
  it("sees the events with their places, and what it writes is committed with them", async () => {
    const seen: unknown[] = [];
    const { store, inbox } = await withHook(async (transaction) => {
      seen.push(
        ...transaction.events.map(({ stream, version, data, position }) => ({ stream, version, data, position })),
      );
      await noteDown(transaction);
    });
    expect(await store.append("a-1", eventsFor(1), "none")()).toMatchObject({ right: { version: 1 } });
    expect(seen).toEqual([{ stream: "a-1", version: 1, data: { n: 0 }, position: 1 }]);
    expect(await inbox()).toEqual([["a-1", 1]]);
    await store.close();
  });

  it("that rejects undoes the append, and the others of its group survive", async () => {
    const { store, inbox } = await withHook(async (transaction) => {
      await noteDown(transaction);
      if (transaction.events.some(({ stream }) => stream === "bad-1")) throw new Error("no");
    });
    const streams = ["a-1", "b-1", "bad-1", "c-1", "d-1"];
    const answers = await Promise.all(streams.map((stream) => store.append(stream, eventsFor(1), "none")()));
    expect(answers.map(isRight)).toEqual([true, true, false, true, true]);
    failed(answers[2] as Either<unknown, unknown>);
    expect(await logOf(store)).toEqual(["a-1", "b-1", "c-1", "d-1"]);
    expect((await inbox()).map(([stream]) => stream)).toEqual(["a-1", "b-1", "c-1", "d-1"]);
    await store.close();
  });

  it("that hides a failed statement has undone the append, and the append says so", async () => {
    const { store } = await withHook(async ({ client }) => {
      await client.query("SELECT 1 / 0").catch(() => undefined);
    });
    failed(await store.append("a-1", eventsFor(1), "none")());
    expect(await logOf(store)).toEqual([]);
    await store.close();
  });

  it("that rolls the transaction back by itself has undone the append, and the append says so", async () => {
    const { store } = await withHook(async ({ client }) => {
      await client.query("ROLLBACK");
    });
    failed(await store.append("a-1", eventsFor(1), "none")());
    expect(await logOf(store)).toEqual([]);
    await store.close();
  });

  it("whose own constraint fails at the commit has undone the append, at once", async () => {
    let runs = 0;
    const { store, inbox } = await withHook(async (transaction) => {
      runs++;
      await noteDown(transaction);
    });
    await store.append("a-1", eventsFor(1), "none")();
    failed(await store.append("a-1", eventsFor(1), 1)());
    expect(runs).toBe(3);
    expect(await logOf(store)).toEqual(["a-1"]);
    expect(await inbox()).toHaveLength(1);
    await store.close();
  });

  it("may append to another stream in the same transaction", async () => {
    const { store } = await withHook(async ({ client, events }) => {
      for (const { stream } of events) {
        await appendWithin(client)(`seal-${stream}`, eventsFor(1), 7)();
        await appendWithin(client)(`seal-${stream}`, eventsFor(1), "none")();
      }
    });
    expect(isRight(await store.append("a-1", eventsFor(1), "none")())).toBe(true);
    expect(await logOf(store)).toEqual(["a-1", "seal-a-1"]);
    await store.close();
  });

  it("is not run for an append that is a repetition, a conflict or empty", async () => {
    let runs = 0;
    const { store } = await withHook(async () => {
      runs++;
    });
    const events = eventsFor(2);
    await store.append("a-1", events, "none")();
    expect(await store.append("a-1", events, "none")()).toMatchObject({ right: { version: 2 } });
    expect(await store.append("a-1", eventsFor(1), 7)()).toMatchObject({ left: { code: "VersionConflict" } });
    expect(await store.append("a-1", [], "any")()).toMatchObject({ right: { version: 2 } });
    expect(runs).toBe(1);
    await store.close();
  });
});
