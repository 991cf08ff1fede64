import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { type Cursor, logPages } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { eventsFor } from "./support/events.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();

it("a filter that nothing passes looks at a bounded part of the log a page, and still comes to the end", async () => {
  const store = await opened({ file: ":memory:" });
  for (let n = 0; n < 9; n++) await store.append(`a-${n}`, eventsFor(5_000), "none")();
  await store.append("b-1", eventsFor(1, { type: "Rare" }), "none")();
  const pages: Array<{ found: number; cursor: Cursor; atEnd: boolean }> = [];
  for await (const page of logPages(store, { types: ["Rare"], limit: 10 })) {
    if (isLeft(page)) throw new Error(page.left.code);
    pages.push({ found: page.right.events.length, cursor: page.right.cursor, atEnd: page.right.atEnd });
  }
  expect(pages).toEqual([
    { found: 0, cursor: "20000", atEnd: false },
    { found: 0, cursor: "40000", atEnd: false },
    { found: 1, cursor: "45001", atEnd: true },
  ]);
  await store.close();
});

it("a subscription passes such a stretch without a word", async () => {
  const store = await opened({ file: ":memory:" });
  for (let n = 0; n < 9; n++) await store.append(`a-${n}`, eventsFor(5_000), "none")();
  await store.append("b-1", eventsFor(1), "none")();
  for await (const page of store.subscribe({ categories: ["b"], signal: new AbortController().signal })) {
    expect(page).toMatchObject({ right: { events: [{ stream: "b-1" }], atEnd: true } });
    break;
  }
  await store.close();
});

it("nothing polls while no one waits", async () => {
  const store = await opened({ file: newFile(), pollIntervalMs: 1 });
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  const before = timers();
  const ending = new AbortController();
  const waiting = (async () => {
    for await (const _ of store.subscribe({ signal: ending.signal }));
  })();
  await sleep(10);
  expect(timers()).toBeGreaterThan(before);
  ending.abort();
  await waiting;
  expect(timers()).toBe(before);
  await store.close();
});

it("text that is not JSON is damage, not an exception", async () => {
  const file = newFile();
  const store = await opened({ file });
  await store.append("a-1", eventsFor(1), "none")();
  const other = new DatabaseSync(file);
  other.exec("INSERT INTO events SELECT 2, 1, 2, randomblob(16), 1, 1, 0, 0, '{\"half', '{}'");
  other.close();
  for (const read of [store.readStream("a-1"), store.readAll()])
    expect(await read()).toMatchObject({ left: { code: "StoreDamaged" } });
  await store.close();
});

it("a stream with a gap is damage: no state is folded from what is left of it", async () => {
  const file = newFile();
  const store = await opened({ file });
  await store.append("a-1", eventsFor(3), "none")();
  const other = new DatabaseSync(file);
  other.exec("DROP TRIGGER events_never_go; DELETE FROM events WHERE position = 2");
  other.close();
  for (const direction of ["forward", "backward"] as const)
    expect(await store.readStream("a-1", { direction })()).toMatchObject({ left: { code: "StoreDamaged" } });
  await store.close();
});

it("an event without its stream or type is damage, not an event with another name", async () => {
  for (const table of ["streams", "types"]) {
    const file = newFile();
    const store = await opened({ file });
    await store.append("a-1", eventsFor(1), "none")();
    await store.close();
    const connection = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    connection.exec(`DROP TRIGGER ${table}_never_go; DELETE FROM ${table}`);
    connection.close();
    const damaged = await opened({ file });
    expect(await damaged.readAll()()).toMatchObject({ left: { code: "StoreDamaged" } });
    await damaged.close();
  }
});
