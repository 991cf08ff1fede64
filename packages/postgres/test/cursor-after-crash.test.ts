import { START } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { appendWithin } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { connected, opened, testServer } from "./support/postgres.js";

// The server writes its journal at commits, and otherwise now and then: here seldom, so that a crash forgets what nobody
// committed, and with it which positions were drawn.
const { newDatabase, own } = testServer({ fsync: true, settings: { wal_writer_delay: "10s" } });

it("a cursor never stands beyond what was committed: a crash may give the positions after that out once more", async (ctx) => {
  const server = own();
  if (server === undefined) return ctx.skip("needs a server of its own, which MOTCUA_TEST_POSTGRES_URL is not");
  const url = await newDatabase();
  const store = await opened({ url });
  await store.append("a-1", eventsFor(1), "none")();
  await connected(url, async (client) => {
    await client.query("BEGIN");
    await appendWithin(client)("b-1", eventsFor(80), "none")();
    await client.query("ROLLBACK");
  });
  const page = await store.readAll()();
  const head = await store.head();
  const filtered = await store.readAll({ types: ["None"] })();
  await server.crash();
  await server.restart();

  const late = eventsFor(1);
  for (let stored = false; !stored; ) stored = (await store.append("c-1", late, "none")())._tag === "Right";
  for (const answer of [page, head, filtered]) {
    const after = isLeft(answer) ? START : answer.right.cursor;
    expect(await store.readAll({ after })()).toMatchObject({ right: { events: [{ stream: "c-1" }] } });
  }
  await store.close();
});
