import { setTimeout as sleep } from "node:timers/promises";
import { type Cursor, type EventStore, logPages, START } from "@motcua/event-store";
import { isLeft, isRight } from "fp-ts/lib/Either.js";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { appendWithin, type PostgresEventStore } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { figure } from "./support/figure.js";
import { opened, testServer } from "./support/postgres.js";

const NIGHTLY = process.env["MOTCUA_TIER"] === "nightly";
const { newDatabase } = testServer({ fsync: true, settings: { max_connections: "80" } });

/** A transaction that is held open over a connection of its own. */
const held = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("BEGIN");
  return client;
};

const idsAfter = async (store: EventStore, after: Cursor = START): Promise<ReadonlyArray<string>> => {
  const ids: string[] = [];
  for await (const page of logPages(store, { after })) {
    if (isLeft(page)) throw new Error(JSON.stringify(page.left));
    ids.push(...page.right.events.map(({ id }) => id));
  }
  return ids;
};

/** What a reader that polls has seen, page by page, until it is told that all has been written. */
const polling = (store: PostgresEventStore, pauseMs: number) => {
  const seen: string[] = [];
  let last: () => boolean = () => false;
  const reading = (async () => {
    for (let after = START; ; await sleep(pauseMs)) {
      const mayEnd = last();
      const page = await store.readAll({ after, limit: 1_000 })();
      if (isLeft(page)) throw new Error(JSON.stringify(page.left));
      seen.push(...page.right.events.map(({ id }) => id));
      after = page.right.cursor;
      if (mayEnd && page.right.atEnd) return;
    }
  })();
  return {
    seen,
    ends: () => {
      last = () => true;
      return reading;
    },
  };
};

describe("nothing appears before a place that has been read", () => {
  const SECONDS = NIGHTLY ? 60 : 10;

  it(`32 writers and a polling reader, for ${SECONDS} s: 0 lost, 0 reordered, 0 doubled`, {
    timeout: 300_000,
  }, async () => {
    const url = await newDatabase();
    const stores = await Promise.all(Array.from({ length: 32 }, () => opened({ url, readers: 1 })));
    const reader = await opened({ url });
    const poll = polling(reader, 1);
    const until = performance.now() + SECONDS * 1_000;
    const acknowledged: string[] = [];
    const writers = stores.map(async (store, writer) => {
      for (let n = 0; performance.now() < until; n++) {
        const events = eventsFor(1 + (n % 3));
        const answer = await store.append(`load-${n % 10 === 0 ? "shared" : writer}-${n % 7}`, events, "any")();
        if (isLeft(answer)) throw new Error(JSON.stringify(answer.left));
        acknowledged.push(...events.map(({ id }) => id));
      }
    });
    await Promise.all(writers);
    await poll.ends();
    const log = await idsAfter(reader);
    const seen = new Set(poll.seen);
    const lost = log.filter((id) => !seen.has(id)).length;
    expect(poll.seen).toEqual(log);
    expect(new Set(log)).toEqual(new Set(acknowledged));
    expect(log).toHaveLength(acknowledged.length);
    figure({
      suite: "postgres-32-writers",
      seconds: SECONDS,
      acknowledged: acknowledged.length,
      seen: poll.seen.length,
      lost,
    });
    await Promise.all([...stores, reader].map((store) => store.close()));
  });

  it("a writer that is held open delays what came after it, and nothing is lost", async () => {
    const url = await newDatabase();
    const store = await opened({ url });
    await store.append("a-1", eventsFor(2), "none")();
    const slow = await held(url);
    const early = eventsFor(3);
    expect(isRight(await appendWithin(slow)("slow-1", early, "none")())).toBe(true);
    const late = eventsFor(2);
    expect(isRight(await store.append("b-1", late, "none")())).toBe(true);

    const before = await store.readAll()();
    expect(before).toMatchObject({ right: { events: [{ stream: "a-1" }, { stream: "a-1" }], atEnd: false } });
    const { cursor } = isLeft(before) ? { cursor: START } : before.right;
    const waiting = idsAfter(store, cursor);
    await sleep(10_000);
    await slow.query("COMMIT");
    expect(await waiting).toEqual([...early, ...late].map(({ id }) => id));
    await slow.end();
    await store.close();
  });

  it("a writer that gives up delays no longer than it is there", async () => {
    const url = await newDatabase();
    const store = await opened({ url });
    const slow = await held(url);
    await appendWithin(slow)("slow-1", eventsFor(3), "none")();
    const late = eventsFor(2);
    await store.append("b-1", late, "none")();
    expect(await store.readAll()()).toMatchObject({ right: { events: [], atEnd: false } });
    await slow.query("ROLLBACK");
    expect(await idsAfter(store)).toEqual(late.map(({ id }) => id));
    await slow.end();
    await store.close();
  });

  it("a writer in another database of the cluster delays nothing", async () => {
    const [url, other] = [await newDatabase(), await newDatabase()];
    const [store, elsewhere] = [await opened({ url }), await opened({ url: other })];
    const slow = await held(other);
    await slow.query("CREATE TABLE foreign_writer (n integer)");
    await appendWithin(slow)("slow-1", eventsFor(3), "none")();
    const events = eventsFor(2);
    await store.append("a-1", events, "none")();
    expect(await store.readAll()()).toMatchObject({ right: { events: [{}, {}], atEnd: true } });
    await sleep(10_000);
    await store.append("a-2", eventsFor(1), "none")();
    expect(await idsAfter(store)).toHaveLength(3);
    expect(await elsewhere.readAll()()).toMatchObject({ right: { events: [], atEnd: false } });
    await slow.query("COMMIT");
    expect(await idsAfter(elsewhere)).toHaveLength(3);
    await slow.end();
    await Promise.all([store.close(), elsewhere.close()]);
  });

  it("nor does a writer of another log in the same database, or a transaction that only reads", async () => {
    const url = await newDatabase();
    const [store, other] = [await opened({ url }), await opened({ url, schema: "other" })];
    const slow = await held(url);
    await appendWithin(slow, { schema: "other" })("slow-1", eventsFor(1), "none")();
    await slow.query("SELECT count(*) FROM motcua.events");
    await store.append("a-1", eventsFor(2), "none")();
    expect(await store.readAll()()).toMatchObject({ right: { events: [{}, {}], atEnd: true } });
    await slow.query("ROLLBACK");
    await slow.end();
    await Promise.all([store.close(), other.close()]);
  });

  it("an insert by hand takes the lock before it draws a position, whatever statement it is", async () => {
    const url = await newDatabase();
    const store = await opened({ url });
    const columns = "stream, version, id, type, schema_version, occurred_at, data, meta";
    const row = "version, gen_random_uuid(), 'T', 1, 0, '{}', '{}'";
    for (const insert of [
      `INSERT INTO motcua.events (${columns}) SELECT 'hand-1', ${row} FROM generate_series(1, 3) version`,
      `WITH added AS (INSERT INTO motcua.events (${columns}) SELECT 'hand-2', ${row} FROM generate_series(1, 3) version RETURNING position)
       SELECT * FROM added`,
    ]) {
      const slow = await held(url);
      await slow.query(insert);
      const late = eventsFor(1);
      await store.append(`late-${late[0]?.id}`, late, "none")();
      const head = await store.head();
      const seen = isLeft(head) ? [] : await store.readAll({ after: head.right.cursor })();
      expect(seen).toMatchObject({ right: { events: [], atEnd: false } });
      await slow.query("COMMIT");
      await slow.end();
    }
    expect(await idsAfter(store)).toHaveLength(8);
    await store.close();
  });

  it("an event cannot be put before the one that precedes it in its stream, not even by the owner", async () => {
    const url = await newDatabase();
    const store = await opened({ url });
    const client = await held(url);
    await appendWithin(client)("gone-1", eventsFor(5), "none")();
    await client.query("ROLLBACK");
    await store.append("a-1", eventsFor(1), "none")();
    const insert = client.query(`
      INSERT INTO motcua.events (position, stream, version, id, type, schema_version, occurred_at, data, meta)
      OVERRIDING SYSTEM VALUE VALUES (3, 'a-1', 2, gen_random_uuid(), 'T', 1, 0, '{}', '{}')`);
    await expect(insert).rejects.toMatchObject({ code: "MC001" });
    await client.end();
    await store.close();
  });

  it("an earlier write in the caller's transaction does not turn the order of a stream round", async () => {
    const url = await newDatabase();
    const store = await opened({ url });
    const slow = await held(url);
    await appendWithin(slow)("own-1", eventsFor(1), "none")();
    await store.append("shared-1", eventsFor(1), "none")();
    expect(isRight(await appendWithin(slow)("shared-1", eventsFor(1), 1)())).toBe(true);
    await slow.query("COMMIT");
    await slow.end();
    const page = await store.readAll({ categories: ["shared"] })();
    expect(page).toMatchObject({ right: { events: [{ version: 1 }, { version: 2 }] } });
    await store.close();
  });
});
