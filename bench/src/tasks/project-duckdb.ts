import { DuckDBInstance } from "@duckdb/node-api";
import { argument, measure } from "../measure.ts";

// The same table by DuckDB, on one thread, over the exported log: received, decided early, on time, late, by month.
await measure(async () => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const file = argument(0).replaceAll("'", "''");
  const rows = await connection.runAndReadAll(`
    WITH events AS (
      SELECT stream, version, type, occurredAt AS moment, data->>'$.promisedDue.date' AS promised, data->>'$.due.date' AS due
      FROM read_json('${file}', format = 'newline_delimited', columns = {stream: 'VARCHAR', version: 'INTEGER', type: 'VARCHAR', occurredAt: 'TIMESTAMPTZ', data: 'JSON'})
      WHERE stream LIKE 'dossier-%'
    ), dossiers AS (
      SELECT stream,
             min(moment) FILTER (WHERE type = 'DossierReceived') AS received,
             max(moment) FILTER (WHERE type = 'DossierResolved') AS resolved,
             arg_max(coalesce(due, promised), version) FILTER (WHERE coalesce(due, promised) IS NOT NULL) AS due,
             count(*) FILTER (WHERE type = 'SupplementRequested') AS supplements
      FROM events GROUP BY stream
    )
    SELECT strftime(resolved + INTERVAL 7 HOUR, '%Y-%m') AS month, count(*) AS decided,
           count(*) FILTER (WHERE strftime(resolved + INTERVAL 7 HOUR, '%Y-%m-%d') < due) AS early,
           count(*) FILTER (WHERE strftime(resolved + INTERVAL 7 HOUR, '%Y-%m-%d') = due) AS on_time,
           count(*) FILTER (WHERE strftime(resolved + INTERVAL 7 HOUR, '%Y-%m-%d') > due) AS late,
           median(epoch_ms(resolved) - epoch_ms(received)) AS median, sum(supplements) AS supplements
    FROM dossiers WHERE received IS NOT NULL GROUP BY month ORDER BY month`);
  if (rows.currentRowCount < 12) throw new Error("no table");
  return Number(argument(1));
});
