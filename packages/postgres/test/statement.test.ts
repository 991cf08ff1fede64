import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOver } from "../src/statement.js";
import { connected, testServer } from "./support/postgres.js";

const { newDatabase } = testServer();

let url = "";
let client: pg.Client;

beforeAll(async () => {
  url = await newDatabase();
  client = new pg.Client({ connectionString: url, pipeline: true });
  await client.connect();
});
afterAll(() => client.end());

describe("a statement", () => {
  it("has its parameters as PostgreSQL reads them, and its columns as text", async () => {
    const sql = statementsOver(client, true);
    const texts = ['"', "\\", "{a,b}", "", "NULL", " ", "hồ sơ", "'"];
    const rows = await sql("", "SELECT $1::bigint, $2::text, $3::boolean, unnest($4::text[]), unnest($5::bigint[])", [
      2 ** 53 - 1,
      null,
      false,
      texts,
      [1, undefined, ...texts.slice(2).map((_, index) => index)],
    ]);
    expect(rows.map((row) => row[3])).toEqual(texts);
    expect(rows.slice(0, 2)).toEqual([
      ["9007199254740991", null, "f", '"', "1"],
      ["9007199254740991", null, "f", "\\", null],
    ]);
  });

  it("that fails, or whose rows cannot be read, leaves those beside it alone", async () => {
    const sql = statementsOver(client, true);
    const one = (name: string) => sql(name, "SELECT n FROM generate_series(1, 3) n", [], ([n]) => Number(n));
    const answers = await Promise.allSettled([
      one("three"),
      sql("wrong", "SELECT 1 / $1::integer", [0]),
      one("three"),
      sql("unread", "SELECT n FROM generate_series(1, 3) n", [], () => JSON.parse("{")),
      sql("none", "SELECT 1 WHERE false"),
      one("three"),
      sql("wrong", "SELECT 1 / $1::integer", [1]),
    ]);
    expect(answers).toMatchObject([
      { value: [1, 2, 3] },
      { reason: { code: "22012" } },
      { value: [1, 2, 3] },
      { reason: expect.any(SyntaxError) },
      { value: [] },
      { value: [1, 2, 3] },
      { value: [["1"]] },
    ]);
  });

  it("keeps nothing in the session where it is told so", async () => {
    const kept = (prepare: boolean) =>
      connected(url, async (own) => {
        const sql = statementsOver(own, prepare);
        await sql("one", "SELECT 1 WHERE $1", [true]);
        return sql("", "SELECT name FROM pg_prepared_statements");
      });
    expect([await kept(true), await kept(false)]).toEqual([[["motcua:one"]], []]);
  });
});
