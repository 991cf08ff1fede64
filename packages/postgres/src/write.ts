import type { Lent } from "./database.js";
import { isRefusal } from "./failure.js";
import { insertPlaced, insertRows, type NewRow } from "./insert-rows.js";
import type { PositionedEvent, PostgresOptions } from "./options.js";

/** Why the rows are not in the log. */
export interface Refusal {
  readonly by: "log" | "hook";
  readonly cause: unknown;
}

export type Write = (lent: Lent, schema: string, rows: ReadonlyArray<NewRow>) => Promise<Refusal | undefined>;

/** Adds rows, in one transaction. Rejects where it is not known whether they are in the log. */
export const writeRows: Write = async ({ client, sql }, schema, rows) => {
  try {
    await insertRows(client, sql, schema, rows);
    return undefined;
  } catch (cause) {
    if (isRefusal(cause)) return { by: "log", cause };
    throw cause;
  }
};

/** Adds rows and runs a hook, in one transaction. */
export const writeWith =
  (hook: NonNullable<PostgresOptions["inTransaction"]>): Write =>
  async ({ client, sql }, schema, rows) => {
    let by: Refusal["by"] = "log";
    try {
      await client.query("BEGIN; SAVEPOINT motcua");
      const places = await insertPlaced(sql, schema, rows);
      by = "hook";
      await hook({ client, events: rows.map((row, index) => positioned(row, places[index] ?? NOWHERE)) });
    } catch (cause) {
      await client.query("ROLLBACK");
      return { by, cause };
    }
    try {
      // PostgreSQL answers the COMMIT of a transaction that has failed, or of none, without an error; not so the RELEASE.
      await client.query("RELEASE SAVEPOINT motcua; COMMIT");
      return undefined;
    } catch (cause) {
      if (!isRefusal(cause)) throw cause;
      await client.query("ROLLBACK");
      return { by, cause };
    }
  };

const NOWHERE = { position: 0, recordedAt: 0 };

const positioned = (
  { stream, version, event }: NewRow,
  place: Pick<PositionedEvent, "position" | "recordedAt">,
): PositionedEvent => ({
  ...event,
  data: JSON.parse(event.data),
  meta: JSON.parse(event.meta),
  stream,
  version,
  ...place,
});
