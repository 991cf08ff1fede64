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
    await sql("", "BEGIN");
    let by: Refusal["by"] = "log";
    try {
      const places = await insertPlaced(sql, schema, rows);
      const events = rows.map((row, index) => positioned(row, places[index] ?? { position: 0, recordedAt: 0 }));
      by = "hook";
      await hook({ client, events });
      by = "log";
      await sql("", "COMMIT");
      return undefined;
    } catch (cause) {
      await sql("", "ROLLBACK");
      return { by, cause };
    }
  };

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
