import type { Finding } from "@motcua/event-store";
import { type Either, right } from "fp-ts/lib/Either.js";
import { sqliteVersionOf } from "./connect.js";
import type { Connection } from "./driver.js";
import { log } from "./migrations/0001-log.js";
import { APPLICATION_ID, SCHEMA_VERSION, schemaVersionOf } from "./migrations/index.js";

export interface DoctorOptions {
  /** Also reads every page of the file (`PRAGMA integrity_check`): seconds for each gigabyte. */
  readonly deep?: boolean;
}

/**
 * Looks a file over. What it cannot see: that the newest events of the log were taken out by someone who first removed the
 * guards; only a seal that is held elsewhere tells that.
 */
export const examine = (
  connection: Connection,
  { deep = false }: DoctorOptions = {},
): Either<never, ReadonlyArray<Finding>> =>
  right([
    ...settings(connection),
    guards(connection),
    positions(connection),
    versions(connection),
    streams(connection),
    types(connection),
    ...(deep ? [integrity(connection)] : []),
  ]);

const settings = (connection: Connection): ReadonlyArray<Finding> => {
  const pragma = (name: string) => connection.pragma(name, { simple: true });
  const [journal, synchronous, schema] = [pragma("journal_mode"), pragma("synchronous"), schemaVersionOf(connection)];
  return [
    { rule: "application", ok: pragma("application_id") === APPLICATION_ID, detail: `${pragma("application_id")}` },
    {
      rule: "schemaVersion",
      ok: schema === SCHEMA_VERSION,
      detail: `${schema}, this release writes ${SCHEMA_VERSION}`,
    },
    { rule: "sqliteVersion", ok: true, detail: sqliteVersionOf(connection) },
    { rule: "journalMode", ok: journal === "wal" || connection.memory, detail: `${journal}` },
    {
      rule: "synchronous",
      ok: synchronous === 2 || synchronous === 3,
      detail: LEVELS[Number(synchronous)] ?? "unknown",
    },
  ];
};

const LEVELS = ["OFF", "NORMAL", "FULL", "EXTRA"];

/** The triggers that keep the log append-only stand in the file as they were made. */
const guards = (connection: Connection): Finding => {
  const found = new Set(
    connection.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").pluck().all(),
  );
  const changed = [...log.matchAll(/CREATE TRIGGER (\w+)[\s\S]*?END(?=;)/g)].filter(([sql]) => !found.has(sql));
  return {
    rule: "appendOnly",
    ok: changed.length === 0,
    detail:
      changed.length === 0
        ? "every guard is in place"
        : `missing or changed: ${changed.map(([, name]) => name).join(", ")}`,
  };
};

const positions = (connection: Connection): Finding => {
  const [first, last, count] = one(
    connection,
    "SELECT ifnull(min(position), 1), ifnull(max(position), 0), count(*) FROM events",
  );
  return { rule: "positions", ok: first === 1 && last === count, detail: `${count} events, the last at ${last}` };
};

const versions = (connection: Connection): Finding => {
  const [gaps] = one(
    connection,
    "SELECT count(*) FROM (SELECT 1 FROM events GROUP BY stream HAVING min(version) <> 1 OR max(version) <> count(*))",
  );
  return { rule: "versions", ok: gaps === 0, detail: `${gaps} streams with a gap` };
};

const streams = (connection: Connection): Finding => {
  const [orphans] = one(connection, "SELECT count(*) FROM events WHERE stream NOT IN (SELECT id FROM streams)");
  return { rule: "streams", ok: orphans === 0, detail: `${orphans} events without a stream` };
};

const types = (connection: Connection): Finding => {
  const [orphans] = one(connection, "SELECT count(*) FROM events WHERE type NOT IN (SELECT id FROM types)");
  return { rule: "types", ok: orphans === 0, detail: `${orphans} events without a type` };
};

const integrity = (connection: Connection): Finding => {
  const faults = connection.prepare<[], string>("PRAGMA integrity_check").pluck().all();
  return { rule: "integrity", ok: faults[0] === "ok", detail: faults.slice(0, 3).join("; ") };
};

const one = (connection: Connection, sql: string): ReadonlyArray<number> =>
  connection.prepare<[], number[]>(sql).raw().get() ?? [];
