import { expect, it } from "vitest";
import { type Database, withConnection } from "../src/database.js";
import { oneConnection } from "../src/one-connection.js";
import { connected, testServer } from "./support/postgres.js";

const { newDatabase } = testServer();

const sessionOf = (database: Database): Promise<string | undefined> =>
  withConnection(database, async ({ sql }) => (await sql("session", "SELECT pg_backend_pid()"))[0]?.[0]);

const endSession = (url: string, session: string | undefined) =>
  connected(url, (client) => client.query("SELECT pg_terminate_backend($1)", [session]));

it("whoever asks while it is lent waits for its turn, in the order of asking", async () => {
  const database = oneConnection({ url: await newDatabase() });
  const done: string[] = [];
  await Promise.all(
    ["a", "b", "c"].map((name) =>
      withConnection(database, async ({ sql }) => {
        done.push(`${name} begins`);
        await sql("", "SELECT pg_sleep(0.01)");
        done.push(`${name} ends`);
      }),
    ),
  );
  expect(done).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  await database.close();
});

it("is kept; and opened anew after it broke at rest, and after it broke while it was lent", async () => {
  const url = await newDatabase();
  const database = oneConnection({ url });
  const first = await sessionOf(database);
  expect(await sessionOf(database)).toBe(first);

  await endSession(url, first);
  await expect.poll(() => sessionOf(database).catch(() => first)).not.toBe(first);

  const second = await sessionOf(database);
  const broken = expect(withConnection(database, ({ sql }) => sql("", "SELECT pg_sleep(60)"))).rejects.toMatchObject({
    code: "57P01",
  });
  const next = sessionOf(database);
  await endSession(url, second);
  await broken;
  expect(await next).not.toBe(second);
  await database.close();
});

it("is given up after a rest", async () => {
  const database = oneConnection({ url: await newDatabase() }, 20);
  const first = await sessionOf(database);
  await expect.poll(() => sessionOf(database), { interval: 100 }).not.toBe(first);
  await database.close();
});

it("that cannot be opened is asked for again by the next", async () => {
  const url = await newDatabase();
  const database = oneConnection({ url: url.replace("motcua_test", "motcua_none") });
  await expect(sessionOf(database)).rejects.toMatchObject({ code: "3D000" });
  await expect(Promise.all([sessionOf(database), sessionOf(database)])).rejects.toMatchObject({ code: "3D000" });
  await database.close();
});
