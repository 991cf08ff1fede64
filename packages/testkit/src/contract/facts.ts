import { deepEqual, equal } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { EventStore, Fact, FactReader, LogQuery, RecordedEvent } from "@motcua/event-store";
import { succeeds } from "./expect.js";
import type { TestRunner } from "./runner.js";

export interface FactReaderContract extends TestRunner {
  /** The name of the adapter in the report. */
  readonly name: string;
  /** Opens a fresh, empty store. The suite closes it. */
  readonly open: () => Promise<EventStore & FactReader>;
}

/**
 * The contract of a store that reads facts beside events: registers a test for every rule.
 *
 * @example
 * factReaderContract({ name: "mine", open: async () => openMyStore(), describe, it });
 */
export const factReaderContract = ({ name, open, describe, it }: FactReaderContract): void => {
  describe(`${name} reads facts as it reads events`, () => {
    for (const [what, question] of Object.entries(QUESTIONS))
      it(`page for page: ${what}`, () =>
        using(open, async (store) => {
          await fill(store);
          let after: LogQuery = question;
          for (let atEnd = false; !atEnd; ) {
            const [events, facts] = [await succeeds(store.readAll(after)()), await succeeds(store.readFacts(after)())];
            deepEqual(facts.events.map(seen), events.events.map(seen));
            deepEqual([facts.cursor, facts.atEnd], [events.cursor, events.atEnd]);
            ({ atEnd } = facts);
            after = { ...question, after: facts.cursor };
          }
        }));
    it("the data of a fact is the same, however often it is looked at", () =>
      using(open, async (store) => {
        await fill(store);
        const [fact] = (await succeeds(store.readFacts({ limit: 1 })())).events;
        equal(fact?.data, fact?.data);
      }));
    it("what has no meaning is refused, and a closed store says so", async () => {
      const store = await open();
      deepEqual(await store.readFacts({ limit: 0 })(), await store.readAll({ limit: 0 })());
      await store.close();
      equal(JSON.stringify(await store.readFacts()()).includes("StoreUnavailable"), true);
    });
  });
};

const QUESTIONS: Readonly<Record<string, LogQuery>> = {
  "the whole log": {},
  "in small pages": { limit: 7 },
  "by type": { types: ["Other"], limit: 5 },
  "by category": { categories: ["unit"] },
  "by share and type": { shard: { number: 1, of: 3 }, types: ["T"] },
};

const using = async (
  open: FactReaderContract["open"],
  body: (store: EventStore & FactReader) => Promise<void>,
): Promise<void> => {
  const store = await open();
  try {
    await body(store);
  } finally {
    await store.close();
  }
};

const fill = async (store: EventStore): Promise<void> => {
  for (let n = 0; n < 60; n++) {
    const event = {
      id: randomUUID(),
      type: n % 3 === 0 ? "Other" : "T",
      schemaVersion: 1,
      occurredAt: n,
      data: { số: n, list: [n, { sâu: null }] },
      meta: {},
    };
    await succeeds(store.append(`${n % 4 === 0 ? "unit" : "dossier"}-${n % 7}`, [event], "any")());
  }
};

const seen = ({ stream, version, type, occurredAt, recordedAt, data }: Fact | RecordedEvent) => ({
  ...{ stream, version, type, occurredAt, recordedAt, data },
});
