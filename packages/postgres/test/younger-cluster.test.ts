import { logPages, START } from "@motcua/event-store";
import { type PostgresServer, startPostgres } from "@motcua/testkit";
import { isLeft, isRight } from "fp-ts/lib/Either.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendWithin, type PostgresEventStore } from "../src/index.js";
import { ageOf, copyRows, copySequence } from "./support/clusters.js";
import { eventsFor } from "./support/events.js";
import { hear } from "./support/hear.js";
import { connected, opened, testServer } from "./support/postgres.js";
import { everything } from "./support/writing.js";

const { newDatabase } = testServer();

let older: string;
let source: PostgresEventStore;
let younger: PostgresServer;

beforeAll(async () => {
  younger = await startPostgres();
  older = await newDatabase();
  // Transactions that the younger cluster has not had.
  await connected(older, (client) =>
    client.query("DO $$ BEGIN FOR n IN 1..3000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$"),
  );
  source = await opened({ url: older });
  for (let n = 0; n < 5; n++) {
    await source.append(`a-${n}`, eventsFor(3), "none")();
    // Gaps among the positions.
    await connected(older, async (client) => {
      await client.query("BEGIN");
      await appendWithin(client)("gone-1", eventsFor(4), "none")();
      await client.query("ROLLBACK");
    });
  }
  await source.append("a-5", eventsFor(1), "none")();
});
afterAll(async () => {
  await source.close();
  await younger.stop();
});

/** An empty log in a database of the younger cluster. */
const emptyLog = async (name: string): Promise<{ readonly url: string; readonly store: PostgresEventStore }> => {
  await connected(younger.url, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(younger.url);
  url.pathname = `/${name}`;
  return { url: url.href, store: await opened({ url: url.href }) };
};

describe("a log whose tables are copied into a younger cluster", () => {
  it("is the same log: every cursor stays good, subscriptions and appends go on", async () => {
    const { url, store } = await emptyLog("with_sequence");
    expect(await ageOf(url)).toBeLessThan(await ageOf(older));
    await copyRows(older, url);
    await copySequence(older, url);

    const log = await everything(source);
    expect(await everything(store)).toEqual(log);
    let count = 0;
    for await (const page of logPages(source, { limit: 3 })) {
      if (isLeft(page)) throw new Error(page.left.code);
      count += page.right.events.length;
      const rest = await store.readAll({ after: page.right.cursor })();
      expect(isRight(rest) && rest.right.events).toEqual(log.slice(count));
    }
    const hearing = hear(store);
    await expect.poll(() => hearing.ids.length).toBe(log.length);
    const late = [eventsFor(2), eventsFor(150)];
    expect(await store.append("a-0", late[0] ?? [], 3)()).toMatchObject({ right: { version: 5 } });
    expect(await store.append("b-1", late[1] ?? [], "none")()).toMatchObject({ right: { version: 150 } });
    await expect.poll(() => hearing.ids.length).toBe(log.length + 152);
    expect(hearing.ids).toEqual([...log, ...late.flat()].map(({ id }) => id));
    await hearing.stop();
    await store.close();
  });

  it("takes no append while the sequence was not copied, and the doctor says so: it would come into an old gap", async () => {
    const { url, store } = await emptyLog("without_sequence");
    await copyRows(older, url);
    const log = await everything(source);
    for (const count of [1, 150, 1]) {
      expect(await store.append("b-1", eventsFor(count), "any")()).toMatchObject({
        left: { code: "StoreDamaged", detail: expect.stringContaining("sequence") },
      });
    }
    const found = await store.doctor();
    expect(isRight(found) && found.right.filter(({ rule }) => rule === "positions")).toMatchObject([
      { ok: false, detail: expect.stringContaining("behind the log") },
    ]);
    expect(await store.readStream("a-0")()).toMatchObject({ right: { version: 3 } });

    await copySequence(older, url);
    const late = eventsFor(1);
    expect(isRight(await store.append("b-1", late, "none")())).toBe(true);
    const page = await store.readAll({ after: START })();
    expect(isRight(page) && page.right.events.map(({ id }) => id)).toEqual([...log, ...late].map(({ id }) => id));
    await store.close();
  });
});
