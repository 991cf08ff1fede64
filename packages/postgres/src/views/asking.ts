import type { ViewStoreError } from "@motcua/event-store";
import { type Database, withConnection } from "../database.js";
import { failure, mayGoBetter, sqlState } from "../failure.js";

/** How often a statement is asked for again that lost a race; every time another one won. */
const TRIES = 20;

/** The rows that a statement answers with, asked for again where another one came first. */
export const rowsOf = (database: Database, name: string, text: string, values: ReadonlyArray<unknown>) =>
  withConnection(database, async ({ sql }) => {
    for (let tries = 1; ; tries++) {
      try {
        return await sql(name, text, values);
      } catch (cause) {
        if (!mayGoBetter(cause) || tries === TRIES) throw cause;
      }
    }
  });

/** What PostgreSQL says where a schema, a table or a column is not there. */
const NOT_THERE = ["3F000", "42P01", "42703"];

/** Of a schema whose tables were dropped: they are made again when it is opened, and what they held is folded. */
export const tableFailure = (kept: "view" | "process", cause: unknown): ViewStoreError =>
  NOT_THERE.includes(sqlState(cause) ?? "")
    ? {
        code: "StoreDamaged",
        detail: `a table of the ${kept} store is missing: open the ${kept} store again, and fold anew`,
        cause,
      }
    : failure(cause);
