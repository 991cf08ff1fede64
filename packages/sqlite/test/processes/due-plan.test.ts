import Database from "better-sqlite3";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { openSqliteProcessStore } from "../../src/index.js";
import { temporaryFolder } from "../support/temporary.js";

const { newFile } = temporaryFolder();

it("what is due is found by an index in its order, however many streams are kept", async () => {
  const file = newFile();
  const states = await openSqliteProcessStore({ file })();
  if (isLeft(states)) throw new Error(states.left.code);
  await states.right.close();
  const connection = new Database(file, { readonly: true });
  const plan = connection
    .prepare(
      `EXPLAIN QUERY PLAN SELECT stream FROM process_streams
       WHERE name = 'a' AND version = 1 AND wake_at IS NOT NULL AND wake_at <= 5 ORDER BY wake_at, stream LIMIT 9`,
    )
    .all() as ReadonlyArray<{ readonly detail: string }>;
  connection.close();
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^SEARCH process_streams USING .*INDEX process_streams_by_waking .*wake_at</),
  ]);
});
