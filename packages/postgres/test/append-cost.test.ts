import { expect, it } from "vitest";
import { eventsFor } from "./support/events.js";
import { connected, opened, testServer } from "./support/postgres.js";

const { newDatabase } = testServer();

/** Rows of the log that were read by scans of the whole table, as its server counts them once a connection has ended. */
const scanned = (url: string): Promise<number> =>
  connected(url, async (client) => {
    const { rows } = await client.query(
      "SELECT seq_tup_read FROM pg_stat_all_tables WHERE relid = 'motcua.events'::regclass",
    );
    return Number(rows[0].seq_tup_read);
  });

it("what an append costs does not grow with the log", async () => {
  const url = await newDatabase();
  const append = async (appends: number, eventsEach: number) => {
    const store = await opened({ url });
    for (let n = 0; n < appends; n++)
      await store.append(`dossier-${crypto.randomUUID()}`, eventsFor(eventsEach), "none")();
    await store.close();
  };
  await append(1, 2_000);
  const before = await scanned(url);
  await append(20, 1);
  await append(1, 200);
  expect(await scanned(url)).toBe(before);
});
