import { setTimeout as sleep } from "node:timers/promises";
import { type Either, isRight } from "fp-ts/lib/Either.js";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendWithin, type PostgresEventStore } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { opened, testServer } from "./support/postgres.js";

const { newDatabase } = testServer();

let url: string;
let store: PostgresEventStore;
let clients: pg.Client[] = [];

beforeEach(async () => {
  url = await newDatabase();
  store = await opened({ url });
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.end()));
  clients = [];
  await store.close();
});

const connection = async (): Promise<pg.Client> => {
  const client = new pg.Client(url);
  clients.push(client);
  await client.connect();
  return client;
};
const begun = async (): Promise<pg.Client> => {
  const client = await connection();
  await client.query("BEGIN");
  return client;
};
const versionOf = async (stream: string): Promise<number | null> => {
  const page = await store.readStream(stream)();
  return isRight(page) ? page.right.version : null;
};
/** The streams of what a reader of the whole log is given now. */
const settled = async (): Promise<ReadonlyArray<string>> => {
  const page = await store.readAll()();
  return isRight(page) ? page.right.events.map(({ stream }) => stream) : [];
};
const right = (version: number) => ({ right: { version } });

/** Whether it is still waiting after a while. */
const waits = async (answer: Promise<unknown>): Promise<boolean> =>
  (await Promise.race([answer, sleep(150, "waits")])) === "waits";

describe("an append in the caller's own transaction", () => {
  it("is in the log when that commits, not before, together with what else it wrote", async () => {
    const client = await begun();
    await client.query("CREATE TABLE inbox (stream text)");
    expect(await appendWithin(client)("a-1", eventsFor(2), "none")()).toMatchObject(right(2));
    await client.query("INSERT INTO inbox VALUES ('a-1')");
    expect(await appendWithin(client)("a-1", eventsFor(200), 2)()).toMatchObject(right(202));
    expect(await versionOf("a-1")).toBe(0);
    await client.query("COMMIT");
    expect(await versionOf("a-1")).toBe(202);
    expect((await client.query("SELECT * FROM inbox")).rows).toHaveLength(1);
  });

  it("is not there when that is rolled back", async () => {
    const client = await begun();
    expect(await appendWithin(client)("a-1", eventsFor(2), "none")()).toMatchObject(right(2));
    await client.query("ROLLBACK");
    expect(await versionOf("a-1")).toBe(0);
    expect(await store.append("a-1", eventsFor(1), "none")()).toMatchObject(right(1));
  });

  it("leaves the transaction usable when it is refused, and what was written before it", async () => {
    await store.append("a-1", eventsFor(3), "none")();
    const client = await begun();
    expect(await appendWithin(client)("b-1", eventsFor(1), "none")()).toMatchObject(right(1));
    expect(await appendWithin(client)("a-1", eventsFor(1), 1)()).toMatchObject({
      left: { code: "VersionConflict", expected: 1, actual: 3 },
    });
    expect(await appendWithin(client)("c-\u0000", eventsFor(1), "any")()).toMatchObject({
      left: { code: "EventRefused" },
    });
    expect(await appendWithin(client)("c-1", eventsFor(1), "none")()).toMatchObject(right(1));
    await client.query("COMMIT");
    expect([await versionOf("a-1"), await versionOf("b-1"), await versionOf("c-1")]).toEqual([3, 1, 1]);
  });

  it("adds nothing when it is repeated with the same ids, and is refused with other content", async () => {
    const events = eventsFor(2);
    const client = await begun();
    for (let n = 0; n < 2; n++) expect(await appendWithin(client)("a-1", events, "none")()).toMatchObject(right(2));
    await client.query("COMMIT");
    await client.query("BEGIN");
    expect(await appendWithin(client)("a-1", events, "none")()).toMatchObject(right(2));
    const changed = events.map((event) => ({ ...event, data: { other: true } }));
    expect(await appendWithin(client)("a-1", changed, "none")()).toMatchObject({ left: { code: "EventIdReused" } });
    await client.query("COMMIT");
    expect(await versionOf("a-1")).toBe(2);
  });

  it("waits for another that writes to the stream, and then is told where the stream stands", async () => {
    const [first, second] = [await begun(), await begun()];
    await appendWithin(first)("a-1", eventsFor(2), "none")();
    const waiting = appendWithin(second)("a-1", eventsFor(1), "none")();
    expect(await waits(waiting)).toBe(true);
    await first.query("COMMIT");
    expect(await waiting).toMatchObject({ left: { code: "VersionConflict", expected: "none", actual: 2 } });
    expect(await appendWithin(second)("a-1", eventsFor(1), 2)()).toMatchObject(right(3));
    await second.query("COMMIT");
    expect(await versionOf("a-1")).toBe(3);
  });

  it("expecting nothing comes after the other; and so it does where the other gives up", async () => {
    for (const [end, version] of [
      ["COMMIT", 3],
      ["ROLLBACK", 4],
    ] as const) {
      const [first, second] = [await begun(), await begun()];
      await appendWithin(first)("a-1", eventsFor(2), "any")();
      const waiting = appendWithin(second)("a-1", eventsFor(1), "any")();
      expect(await waits(waiting)).toBe(true);
      await first.query(end);
      expect(await waiting).toMatchObject(right(version));
      await second.query("COMMIT");
    }
  });

  it("with the ids of another that writes is the repetition that it is, once that has committed", async () => {
    const events = eventsFor(2);
    const [first, second] = [await begun(), await begun()];
    await appendWithin(first)("a-1", events, "none")();
    const waiting = appendWithin(second)("a-1", events, "none")();
    expect(await waits(waiting)).toBe(true);
    await first.query("COMMIT");
    expect(await waiting).toMatchObject(right(2));
    await second.query("COMMIT");
    expect(await versionOf("a-1")).toBe(2);
  });

  it("outside a transaction is refused, and says what to do", async () => {
    expect(await appendWithin(await connection())("a-1", eventsFor(1), "none")()).toMatchObject({
      left: { code: "StoreUnavailable", inDoubt: false, detail: expect.stringContaining("begin one") },
    });
    expect(await versionOf("a-1")).toBe(0);
  });

  it("in a transaction that has failed is refused, says what to do, and does not bring it back to life", async () => {
    const client = await begun();
    expect(await appendWithin(client)("a-1", eventsFor(1), 7)()).toMatchObject({ left: { code: "VersionConflict" } });
    await client.query("CREATE TABLE notes (n integer)");
    await expect(client.query("SELECT 1 / 0")).rejects.toThrow();
    expect(await appendWithin(client)("a-1", eventsFor(1), "none")()).toMatchObject({
      left: { code: "StoreUnavailable", inDoubt: false, detail: expect.stringContaining("roll it back") },
    });
    expect((await client.query("COMMIT")).command).toBe("ROLLBACK");
    expect(await versionOf("a-1")).toBe(0);
  });

  it("of two that wait for each other is told so in one, and the other goes on", async () => {
    const [first, second] = [await begun(), await begun()];
    await appendWithin(first)("a-1", eventsFor(1), "none")();
    await appendWithin(second)("b-1", eventsFor(1), "none")();
    const answers: Either<unknown, unknown>[] = [];
    const crossing = async (client: pg.Client, stream: string) => {
      const answer = await appendWithin(client)(stream, eventsFor(1), "any")();
      answers.push(answer);
      await client.query(isRight(answer) ? "COMMIT" : "ROLLBACK");
    };
    await Promise.all([crossing(first, "b-1"), crossing(second, "a-1")]);
    expect(answers.filter(isRight)).toHaveLength(1);
    expect(answers.find((answer) => !isRight(answer))).toMatchObject({
      left: { code: "StoreUnavailable", inDoubt: false, detail: expect.stringContaining("wait for each other") },
    });
    expect([await versionOf("a-1"), await versionOf("b-1")]).toEqual([1, 1]);
  });

  it("holds up appends to its stream, and they are made when it has ended", async () => {
    const slow = await begun();
    await appendWithin(slow)("a-1", eventsFor(2), "none")();
    const [held, free] = [store.append("a-1", eventsFor(1), "any")(), store.append("b-1", eventsFor(1), "none")()];
    expect(await waits(held)).toBe(true);
    expect(await free).toMatchObject(right(1));
    await slow.query("COMMIT");
    expect(await held).toMatchObject(right(3));
  });

  it("held open for too long, an append to its stream is told so, and is not in doubt", async () => {
    const slow = await begun();
    await appendWithin(slow)("a-1", eventsFor(2), "none")();
    const hasty = await opened({ url, timeoutMs: 700 });
    expect(await hasty.append("a-1", eventsFor(1), "any")()).toMatchObject({
      left: { code: "StoreUnavailable", inDoubt: false, detail: "another transaction holds the stream" },
    });
    await slow.query("ROLLBACK");
    await hasty.close();
    expect(await versionOf("a-1")).toBe(0);
  });

  it("takes one lock for the whole transaction, however many there are, and holds readers at its first", async () => {
    await store.append("before-1", eventsFor(1), "none")();
    const client = await begun();
    for (let n = 0; n < 30; n++) {
      await appendWithin(client)("own-1", eventsFor(1), n)();
      await store.append(`other-${n}`, eventsFor(1), "none")();
    }
    const { rows } = await client.query(
      "SELECT count(*)::int AS locks FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory'",
    );
    expect(rows).toEqual([{ locks: 1 }]);
    expect(await settled()).toEqual(["before-1"]);
    await client.query("COMMIT");
    expect(await settled()).toHaveLength(61);
  });

  it("holds readers at its first place although the setting that names it was forged, or a savepoint undone", async () => {
    const client = await begun();
    await appendWithin(client)("own-1", eventsFor(1), "none")();
    await client.query("SAVEPOINT mine");
    await store.append("other-1", eventsFor(1), "none")();
    await appendWithin(client)("own-1", eventsFor(1), 1)();
    await client.query("ROLLBACK TO SAVEPOINT mine");
    const { rows } = await client.query("SELECT 'motcua.since_' || 'motcua.events'::regclass::oid AS name");
    await client.query("SELECT set_config($1, '1000000', true)", [rows[0].name]);
    expect(await appendWithin(client)("own-1", eventsFor(1), 1)()).toMatchObject(right(2));
    expect(await settled()).toEqual([]);
    await client.query("COMMIT");
    expect(await settled()).toEqual(["own-1", "other-1", "own-1"]);
  });

  it.each(["-2147483700", "-1", "0", "2147483700", ""])(
    "holds readers although the setting was forged before it began (%j)",
    async (forged) => {
      await store.append("before-1", eventsFor(3), "none")();
      const client = await begun();
      const { rows } = await client.query("SELECT 'motcua.since_' || 'motcua.events'::regclass::oid AS name");
      await client.query("SELECT set_config($1, $2, true)", [rows[0].name, forged]);
      await appendWithin(client)("own-1", eventsFor(1), "none")();
      await store.append("other-1", eventsFor(1), "none")();
      expect(await settled()).not.toContain("other-1");
      await client.query("COMMIT");
      expect((await settled()).slice(-2)).toEqual(["own-1", "other-1"]);
    },
  );

  it("held open keeps no writer from a connection, however many readers wait for it", async () => {
    const slow = await begun();
    await appendWithin(slow)("a-1", eventsFor(1), "none")();
    await store.append("b-1", eventsFor(1), "none")();
    const readings = Array.from({ length: 12 }, () => store.readAll()());
    let ended = 0;
    for (const reading of readings) void reading.then(() => ended++);
    for (let n = 2; n <= 20; n++) expect(await store.append("b-1", eventsFor(1), n - 1)()).toMatchObject(right(n));
    expect(ended).toBe(0);
    await slow.query("COMMIT");
    await Promise.all(readings);
  });
});
