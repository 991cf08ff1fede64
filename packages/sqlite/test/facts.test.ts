import type { Fact, LogQuery, RecordedEvent } from "@motcua/event-store";
import Database from "better-sqlite3";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { eventsFor } from "./support/events.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();

const filled = async () => {
  const store = await opened({ file: newFile() });
  for (let n = 0; n < 60; n++) {
    const part = { type: n % 3 === 0 ? "Other" : "T", data: { số: n, list: [n, { sâu: null }] }, occurredAt: n };
    await store.append(`${n % 4 === 0 ? "unit" : "dossier"}-${n % 7}`, eventsFor(1, part), "any")();
  }
  return store;
};

const seen = ({ stream, version, type, occurredAt, recordedAt, data }: Fact | RecordedEvent) => ({
  ...{ stream, version, type, occurredAt, recordedAt, data },
});

it("facts are the events of the same question, page for page", async () => {
  const store = await filled();
  const questions: ReadonlyArray<LogQuery> = [
    {},
    { limit: 7 },
    { types: ["Other"], limit: 5 },
    { categories: ["unit"] },
    { shard: { number: 1, of: 3 }, types: ["T"] },
  ];
  for (const question of questions) {
    let after: LogQuery = question;
    for (let atEnd = false; !atEnd; ) {
      const [events, facts] = [await store.readAll(after)(), await store.readFacts(after)()];
      if (isLeft(events) || isLeft(facts)) throw new Error("a page must be read");
      expect(facts.right.events.map(seen)).toEqual(events.right.events.map(seen));
      expect({ ...facts.right, events: [] }).toEqual({ ...events.right, events: [] });
      ({ atEnd } = facts.right);
      after = { ...question, after: facts.right.cursor };
    }
  }
  await store.close();
});

it("the data of a fact is read once", async () => {
  const store = await filled();
  const page = await store.readFacts({ limit: 1 })();
  if (isLeft(page)) throw new Error(page.left.code);
  const [fact] = page.right.events;
  expect(fact?.data).toBe(fact?.data);
  await store.close();
});

it("data that is not JSON is told of when it is looked at", async () => {
  const store = await filled();
  const raw = new Database(store.file);
  raw.exec("DROP TRIGGER events_never_change; UPDATE events SET data = '{' WHERE position = 2");
  raw.close();
  const page = await store.readFacts()();
  if (isLeft(page)) throw new Error(page.left.code);
  expect(page.right.events).toHaveLength(60);
  expect(() => page.right.events[1]?.data).toThrow(SyntaxError);
  expect(await store.readAll()()).toMatchObject({ left: { code: "StoreDamaged" } });
  await store.close();
});

it("a question without a meaning is refused as by readAll", async () => {
  const store = await filled();
  expect(await store.readFacts({ limit: 0 })()).toEqual(await store.readAll({ limit: 0 })());
  await store.close();
  expect(await store.readFacts()()).toMatchObject({ left: { code: "StoreUnavailable" } });
});
