import { once } from "node:events";
import { appendFileSync, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dossierRows, ii06Report, VIETNAM } from "@motcua/core";
import { type EventStore, inMemoryEventStore, project } from "@motcua/event-store";
import { populate } from "@motcua/simulator";
import { openSqliteEventStore } from "@motcua/sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { exportParquet, type TableRows } from "../src/index.js";
import { DOSSIER_COLUMNS } from "../src/tables/dossier-columns.js";
import { EVENT_COLUMNS } from "../src/tables/event-columns.js";
import { duckdb } from "./support/duckdb/query.js";
import { logOfEvents, RECEPTION } from "./support/exporting.js";
import { rightOf } from "./support/importing.js";

const nightly = process.env["MOTCUA_TIER"] === "nightly";
/** By night a million events. */
const DOSSIERS = nightly ? 90_000 : 1_500;

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "motcua-parquet-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

/** Writes a log as Parquet; answers how many events the export says there are. */
const written = async (store: EventStore, file: string, rows: TableRows = "events"): Promise<number> => {
  const out = createWriteStream(file);
  let events = 0;
  for await (const page of exportParquet(store, rows)) {
    events += rightOf(page).events;
    if (!out.write(rightOf(page).content)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
  return events;
};

/** What the form's rows say, the total last, as the SQL names them. */
const ii06 = async (
  store: EventStore,
  period: { readonly from: `${number}-${number}-${number}`; readonly to: `${number}-${number}-${number}` },
) => {
  const view = rightOf(await project(store, dossierRows)());
  const { total, groups } = ii06Report(view, { zone: VIETNAM.zone, onTimeBy: "auto", ...period });
  const columns = ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"] as const;
  const row = (field: string | null | undefined, figures: typeof total) => ({
    field: field ?? null,
    ...Object.fromEntries(columns.map((column) => [column, figures[column]])),
  });
  return [
    ...groups
      .map(({ key, ...figures }) => row(key.field, figures))
      .toSorted((a, b) => (String(a.field) < String(b.field) ? -1 : 1)),
    row(null, total),
  ];
};

const SQL = readFileSync(new URL("../../../docs/reference/sql/ii06.duckdb.sql", import.meta.url), "utf8");

describe("a log as Parquet", () => {
  it(`of ${DOSSIERS} simulated dossiers gives form II.06 by DuckDB as motcua gives it`, {
    timeout: 900_000,
  }, async () => {
    const path = folder();
    const store = rightOf(await openSqliteEventStore({ file: join(path, "year.db"), commits: "thread" })());
    onTestFinished(() => store.close());
    rightOf(await populate(store, { year: 2018, dossiers: DOSSIERS, seed: 1 })());
    const file = join(path, "events.parquet");
    const began = process.cpuUsage();
    const events = await written(store, file);
    const { user, system } = process.cpuUsage(began);
    const head = rightOf(await store.head());
    expect(events).toBe(head.events);
    const [counted] = await duckdb(`SELECT count(*) AS n, count(DISTINCT id) AS ids FROM read_parquet('${file}')`);
    expect(counted).toEqual({ n: events, ids: events });
    for (const [from, to] of [
      ["2018-01-01", "2019-01-01"],
      ["2018-07-01", "2018-10-01"],
      ["2018-03-15", "2018-05-05"],
    ] as const) {
      const sql = SQL.replace("'events.parquet'", `'${file}'`).replace("2018-01-01", from).replace("2019-01-01", to);
      expect(await duckdb(sql)).toEqual(await ii06(store, { from, to }));
    }
    const figures = process.env["MOTCUA_FIGURES"];
    if (figures !== undefined) {
      const rate = { figure: "parquet export", value: Math.round((events / (user + system)) * 1e6), unit: "events/s" };
      appendFileSync(figures, `${JSON.stringify({ ...rate, events, bytes: statSync(file).size })}\n`);
    }
  });

  it("has times as timestamps in UTC, dates as dates, and what was not said as null", async () => {
    const at = Date.UTC(2018, 2, 1, 1, 30, 0, 125);
    const store = await logOfEvents([{ dossier: "d1", type: "DossierReceived", data: RECEPTION, occurredAt: at }]);
    const file = join(folder(), "events.parquet");
    await written(store, file);
    const [row] = await duckdb(
      `SELECT typeof(occurred_at) AS kind, epoch_ms(occurred_at) AS at, typeof(due_date) AS due_kind,
              strftime(due_date, '%Y-%m-%d') AS due, due_at, field, outcome, version FROM read_parquet('${file}')`,
    );
    expect(row).toEqual({
      kind: "TIMESTAMP WITH TIME ZONE",
      at,
      due_kind: "DATE",
      due: "2018-03-08",
      due_at: null,
      field: "Hộ tịch",
      outcome: null,
      version: 1,
    });
  });

  it("has the columns that the tables say, in their order", async () => {
    const store = inMemoryEventStore();
    const path = folder();
    for (const [rows, columns] of [
      ["events", EVENT_COLUMNS],
      ["dossiers", DOSSIER_COLUMNS],
    ] as const) {
      const file = join(path, `${rows}.parquet`);
      await written(store, file, rows);
      const described = await duckdb(`DESCRIBE SELECT * FROM read_parquet('${file}')`);
      expect(described.map(({ column_name }) => column_name)).toEqual(columns.map(({ name }) => name));
    }
  });
});
