import { dossierRows } from "@motcua/core";
import Database from "better-sqlite3";
import { argument, measure } from "../measure.ts";

// The ceiling of a rebuild, and of a report: the same rows by a loop written by hand with JSON.parse, into a few counters.
await measure(() => {
  const db = new Database(argument(0), { readonly: true });
  const types = JSON.stringify(dossierRows.handles);
  const select = db
    .prepare(
      `SELECT position, stream, type, occurred_at, data FROM events
       WHERE position > ? AND type IN (SELECT id FROM types WHERE name IN (SELECT value FROM json_each(?)))
       ORDER BY position LIMIT 5000`,
    )
    .raw();
  const counts = new Map<number, number>();
  let [events, after] = [0, 0];
  for (;;) {
    const page = select.all(after, types) as ReadonlyArray<readonly [number, number, number, number, string]>;
    if (page.length === 0) break;
    for (const [position, , type, , data] of page) {
      const parsed: unknown = JSON.parse(data);
      if (typeof parsed === "object") counts.set(type, (counts.get(type) ?? 0) + 1);
      after = position;
    }
    events += page.length;
  }
  db.close();
  return events;
});
