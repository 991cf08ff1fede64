import { setTimeout as sleep } from "node:timers/promises";
import { isLeft, isRight } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { program, start } from "../../../scripts/child/child.js";
import { eventsFor } from "./support/events.js";
import { connected, opened, testServer } from "./support/postgres.js";

const { newDatabase } = testServer();

const sessions = (url: string): Promise<ReadonlyArray<number>> =>
  connected(url, async (client) => {
    const { rows } = await client.query(
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'motcua' AND datname = current_database() ORDER BY pid",
    );
    return rows.map(({ pid }) => pid);
  });

it("a hundred reads at once share the connections that there may be, and each gets its own answer", async () => {
  const url = await newDatabase();
  const store = await opened({ url, readers: 2 });
  await Promise.all(Array.from({ length: 100 }, (_, n) => store.append(`a-${n}`, eventsFor(1 + (n % 7)), "none")()));
  const pages = await Promise.all(Array.from({ length: 100 }, (_, n) => store.readStream(`a-${n}`)()));
  for (const [n, page] of pages.entries())
    expect(isRight(page) && page.right.events.map(({ stream }) => stream)).toEqual(Array(1 + (n % 7)).fill(`a-${n}`));
  expect((await sessions(url)).length).toBeLessThanOrEqual(1 + 2);
  await store.close();
  await expect.poll(() => sessions(url)).toEqual([]);
});

it("reads of streams share a connection, up to four, before the next is opened; a page of the log has one for itself", async () => {
  const url = await newDatabase();
  const store = await opened({ url, readers: 4 });
  const readers = async () => (await sessions(url)).length - 1;
  const streams = (count: number) => Array.from({ length: count }, (_, n) => store.readStream(`a-${n}`)());
  await store.append("a-1", eventsFor(1), "none")();
  await Promise.all(streams(4));
  expect(await readers()).toBe(1);
  await Promise.all([store.readAll()(), ...streams(4)]);
  expect(await readers()).toBe(2);
  await Promise.all(streams(9));
  expect(await readers()).toBe(3);
  await Promise.all(streams(100));
  expect(await readers()).toBe(4);
  await store.close();
});

it("a connection that breaks fails what is under way over it, and the next read has another", async () => {
  const url = await newDatabase();
  const store = await opened({ url, readers: 1 });
  await store.append("a-1", eventsFor(3), "none")();
  await store.readStream("a-1")();
  const before = await sessions(url);
  await connected(url, (client) =>
    client.query("SELECT pg_terminate_backend(pid) FROM unnest($1::integer[]) AS pid", [before]),
  );
  await expect.poll(() => sessions(url)).toEqual([]);
  const page = await store.readStream("a-1")();
  if (isLeft(page)) expect(page.left).toMatchObject({ code: "StoreUnavailable", inDoubt: false });
  await sleep(10);
  expect(await store.readStream("a-1")()).toMatchObject({ right: { version: 3 } });
  await store.close();
});

it("a statement that fails leaves those beside it alone", async () => {
  const url = await newDatabase();
  const store = await opened({ url, readers: 1 });
  await store.append("a-1", eventsFor(2), "none")();
  await connected(url, (client) => client.query("ALTER TABLE motcua.migrations RENAME TO gone"));
  const [page, examined, all] = await Promise.all([store.readStream("a-1")(), store.doctor(), store.readAll()()]);
  expect([isRight(page), isLeft(examined), isRight(all)]).toEqual([true, true, true]);
  expect(await store.readStream("a-1")()).toMatchObject({ right: { version: 2 } });
  await store.close();
});

it("whoever waits for a read or for the end of the store is kept alive until it has come", async () => {
  const script = new URL("support/closing-child.ts", import.meta.url);
  const child = start(process.execPath, program(script, await newDatabase()));
  expect(await child.ended).toEqual({ code: 0, signal: null });
  expect(child.output()).toBe("read closed");
});
