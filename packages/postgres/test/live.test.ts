import { setTimeout as sleep } from "node:timers/promises";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import type { PostgresEventStore } from "../src/index.js";
import { oneConnection } from "../src/one-connection.js";
import { listenerOf, makeWake } from "../src/wake.js";
import { eventsFor } from "./support/events.js";
import { hear, listeners } from "./support/hear.js";
import { connected, opened, testServer } from "./support/postgres.js";
import { silentPort } from "./support/silent.js";
import { everything } from "./support/writing.js";

const { newDatabase, newUser, own } = testServer({ settings: { max_connections: "60" } });

const append = async (store: PostgresEventStore, stream: string, count = 1): Promise<void> => {
  const events = eventsFor(count);
  while (!isRight(await store.append(stream, events, "any")())) await sleep(20);
};

describe("a subscription", () => {
  it("outlives crashes of the server, without a gap or a double", async (ctx) => {
    const server = own();
    if (server === undefined) return ctx.skip("needs a server of its own, which MOTCUA_TEST_POSTGRES_URL is not");
    const url = await newDatabase();
    const [store, other] = [await opened({ url }), await opened({ url, pollIntervalMs: 100 })];
    const hearings = [hear(store), hear(other)];
    for (let crash = 0; crash < 2; crash++) {
      for (let n = 0; n < 20; n++) await append(store, `a-${n % 3}`, 1 + (n % 4));
      await server.crash();
      const meanwhile = append(other, "b-1");
      await server.restart();
      await meanwhile;
      for (let n = 0; n < 20; n++) await append(other, `a-${n % 3}`);
    }
    const log = (await everything(store)).map(({ id }) => id);
    expect(log.length).toBeGreaterThan(140);
    for (const { ids, errors } of hearings) {
      await expect.poll(() => ids.length, { timeout: 20_000 }).toBe(log.length);
      expect(ids).toEqual(log);
      expect(errors).toEqual([]);
    }
    for (const { stop } of hearings) await stop();
    await Promise.all([store.close(), other.close()]);
  });

  it("gives up a server that stays away longer than patienceMs, and says so once", async (ctx) => {
    const server = own();
    if (server === undefined) return ctx.skip("needs a server of its own, which MOTCUA_TEST_POSTGRES_URL is not");
    const store = await opened({ url: await newDatabase(), patienceMs: 400, pollIntervalMs: 50 });
    await append(store, "a-1");
    const { ids, errors, ended } = hear(store);
    await expect.poll(() => ids.length).toBe(1);
    await server.crash();
    await ended;
    await server.restart();
    expect(errors).toMatchObject([{ code: "StoreUnavailable" }]);
    await store.close();
  });

  it("hears another process at once where it is told, and soon where it is not", async () => {
    const url = await newDatabase();
    const told = await opened({ url, pollIntervalMs: 60_000 });
    const polls = await opened({ url, pollIntervalMs: 100, pooler: "transaction" });
    const [writer, silent] = [await opened({ url }), await opened({ url, pooler: "transaction" })];
    const [listening, polling] = [hear(told), hear(polls)];
    await expect.poll(() => listeners(url)).toBe(1);
    await append(writer, "a-1");
    await expect.poll(() => [listening.ids.length, polling.ids.length]).toEqual([1, 1]);
    // A row that nobody tells of.
    await connected(url, (client) =>
      client.query(`INSERT INTO motcua.events (stream, version, id, type, schema_version, occurred_at, data, meta)
        VALUES ('hand-1', 1, gen_random_uuid(), 'T', 1, 0, '{}', '{}')`),
    );
    await expect.poll(() => polling.ids.length).toBe(2);
    expect(listening.ids).toHaveLength(1);
    await append(silent, "b-1");
    await expect.poll(() => [listening.ids.length, polling.ids.length]).toEqual([3, 3]);
    await Promise.all([listening.stop(), polling.stop()]);
    await Promise.all([told, polls, writer, silent].map((store) => store.close()));
  });

  it("hears a process that had looked in vain for anyone who listens, and may do no more than append", async () => {
    const url = await newDatabase();
    const told = await opened({ url, pollIntervalMs: 60_000 });
    const writer = await opened({ url: await newUser(url, "IN ROLE motcua_writer"), mode: "readWrite" });
    await append(writer, "a-1");
    const listening = hear(told);
    await expect.poll(() => listeners(url)).toBe(1);
    // It reads once more when it has begun to listen.
    await sleep(200);
    expect(listening.ids).toHaveLength(1);
    await append(writer, "a-2");
    await expect.poll(() => listening.ids.length, { timeout: 10_000 }).toBe(2);
    await listening.stop();
    await Promise.all([writer, told].map((store) => store.close()));
  });

  it("frees its connection when it is the last to end, and has none behind a pooler", async () => {
    const url = await newDatabase();
    const store = await opened({ url });
    const [first, second] = [hear(store), hear(store)];
    await expect.poll(() => listeners(url)).toBe(1);
    await first.stop();
    await append(store, "a-1");
    await expect.poll(() => second.ids.length).toBe(1);
    expect(await listeners(url)).toBe(1);
    await second.stop();
    await expect.poll(() => listeners(url)).toBe(0);
    const again = hear(store);
    await expect.poll(() => listeners(url)).toBe(1);
    await again.stop();

    const behind = await opened({ url, pooler: "transaction" });
    await append(behind, "a-1");
    const polling = hear(behind);
    await expect.poll(() => polling.ids.length).toBe(2);
    await expect.poll(() => listeners(url)).toBe(0);
    await polling.stop();
    await Promise.all([store.close(), behind.close()]);
  });

  it("opens the connection on which it listens anew, when that is broken", async () => {
    const url = await newDatabase();
    const [store, writer] = [await opened({ url, pollIntervalMs: 60_000 }), await opened({ url })];
    const hearing = hear(store);
    await expect.poll(() => listeners(url)).toBe(1);
    await connected(url, (client) =>
      client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"),
    );
    await append(writer, "a-1");
    await expect.poll(() => hearing.ids.length).toBe(1);
    await hearing.stop();
    await Promise.all([store.close(), writer.close()]);
  });

  it("tells of many appends in few notifications, the first at once", async () => {
    const url = await newDatabase();
    const stores = await Promise.all(Array.from({ length: 8 }, () => opened({ url, readers: 1 })));
    let heard = 0;
    await connected(url, async (client) => {
      client.on("notification", () => heard++);
      await client.query(`LISTEN motcua_appended; SET application_name = '${listenerOf("motcua")}'`);
      const until = performance.now() + 500;
      const began = performance.now();
      let appends = 0;
      await Promise.all(
        stores.map(async (store, writer) => {
          for (; performance.now() < until; appends++) await append(store, `w-${writer}`);
        }),
      );
      const seconds = (performance.now() - began) / 1_000;
      await sleep(100);
      expect(heard).toBeGreaterThanOrEqual(stores.length);
      expect(heard).toBeLessThanOrEqual(stores.length * (seconds / 0.05 + 3));
      expect(heard).toBeLessThan(appends);
    });
    await Promise.all(stores.map((store) => store.close()));
  });
});

/** What keeps this process alive. */
const resources = () =>
  process.getActiveResourcesInfo().filter((name) => name === "Timeout" || name === "TCPSocketWrap");

/** Resolves when no more than that is left; `expect.poll` has timers of its own. */
const isFreed = async (before: number): Promise<void> => {
  const until = performance.now() + 3_000;
  while (resources().length > before && performance.now() < until) await sleep(10);
  expect(resources().slice(before)).toEqual([]);
};

describe("a subscription that is ended leaves no timer and no connection of its own", () => {
  it.each([
    ["before it has read", 0],
    ["while it connects", 3],
    ["while it listens", 150],
  ])("%s", async (_, afterMs) => {
    const url = await newDatabase();
    const store = await opened({ url });
    await store.readAll()();
    const before = resources().length;
    for (let n = 0; n < 3; n++) {
      const hearing = hear(store);
      if (afterMs > 0) await sleep(afterMs);
      await hearing.stop();
    }
    await isFreed(before);
    await expect.poll(() => listeners(url)).toBe(0);
    await store.close();
  });

  it("while the server does not answer", async () => {
    const url = await newDatabase();
    const store = await opened({ url });
    const before = resources().length;
    const silent = await silentPort();
    const options = { url: `postgres://app@127.0.0.1:${silent}/centre` };
    const wake = makeWake(oneConnection(options), options);
    const finish = wake.begin();
    await sleep(100);
    finish();
    await isFreed(before + 1);
    await wake.close();
    await store.close();
  });

  it("and a closed store leaves nothing at all, whatever it was doing", async () => {
    const url = await newDatabase();
    const before = resources().length;
    const store = await opened({ url });
    const hearing = hear(store);
    for (let n = 0; n < 5; n++) void append(store, "a-1", n * 40);
    await sleep(20);
    await store.close();
    await hearing.ended;
    await isFreed(before);
  });
});
