import type { Finding, ReadError } from "@motcua/event-store";
import { type Either, right } from "fp-ts/lib/Either.js";
import type { RunSql } from "./database.js";
import { guards } from "./guards.js";
import { SCHEMA_VERSION } from "./migrations/index.js";

/**
 * Looks a log over. What it cannot see: what an owner of the tables has done who first removed the guards and put them back
 * afterwards; only a seal that is held elsewhere tells that.
 */
export const examine = async (sql: RunSql, schema: string): Promise<Either<ReadError, ReadonlyArray<Finding>>> =>
  right([
    ...(await settings(sql)),
    await schemaVersion(sql, schema),
    await guards(sql, schema),
    await rights(sql, schema),
    await order(sql, schema),
    await sequence(sql, schema),
  ]);

const settings = async (sql: RunSql): Promise<ReadonlyArray<Finding>> => {
  const [row = []] = await sql(
    "",
    `SELECT current_setting('server_version'), current_setting('fsync'), current_setting('full_page_writes'),
       current_setting('synchronous_commit'), pg_encoding_to_char(encoding), pg_is_in_recovery()
     FROM pg_database WHERE datname = current_database()`,
  );
  const [version = "", fsync = "", pages = "", commit = "", encoding = "", replica = ""] = row;
  return [
    { rule: "serverVersion", ok: true, detail: version },
    { rule: "fsync", ok: fsync === "on", detail: fsync },
    { rule: "fullPageWrites", ok: pages === "on", detail: pages },
    { rule: "synchronousCommit", ok: commit !== "off", detail: commit },
    { rule: "encoding", ok: encoding === "UTF8", detail: encoding },
    {
      rule: "primary",
      ok: replica !== "t",
      detail: replica === "t" ? "a replica: streams can be read, the whole log not" : "yes",
    },
  ];
};

const schemaVersion = async (sql: RunSql, schema: string): Promise<Finding> => {
  const version = await number(sql, `SELECT max(number) FROM ${schema}.migrations`);
  return {
    rule: "schemaVersion",
    ok: version === SCHEMA_VERSION,
    detail: `${version}, this release writes ${SCHEMA_VERSION}`,
  };
};

/** Whoever is connected may not do more than append. */
const rights = async (sql: RunSql, schema: string): Promise<Finding> => {
  const [row = []] = await sql(
    "",
    `SELECT has_table_privilege($1, 'UPDATE, DELETE, TRUNCATE, TRIGGER'), has_column_privilege($1, 'recorded_at', 'INSERT'),
       has_any_column_privilege($1, 'INSERT'), current_user,
       EXISTS (SELECT FROM pg_roles WHERE '"' || rolname || '"' = left($2, -1) || '_writer"')`,
    [`${schema}.events`, schema],
  );
  const [more, dates, append, user, hasRoles] = row;
  if (more === "t" || dates === "t") {
    const advice =
      hasRoles === "t"
        ? "work with a member of the writer or reader role instead"
        : "there are no roles, since whoever set up the log could not make them";
    return { rule: "rights", ok: false, detail: `${user} is owner or migrator: ${advice}` };
  }
  return { rule: "rights", ok: true, detail: `${user} is ${append === "t" ? "writer" : "reader"}` };
};

const order = async (sql: RunSql, schema: string): Promise<Finding> => {
  const faults = await number(
    sql,
    `SELECT count(*) FROM (
       SELECT version, row_number() OVER (PARTITION BY stream ORDER BY position) AS place FROM ${schema}.events
     ) e WHERE version <> place`,
  );
  return { rule: "versions", ok: faults === 0, detail: `${faults} events out of order in their stream` };
};

const sequence = async (sql: RunSql, schema: string): Promise<Finding> => {
  const [row] = await sql(
    "",
    `SELECT greatest(0, (SELECT coalesce(max(position), 0) FROM ${schema}.events) - last_value),
       (SELECT seqcache FROM pg_sequence WHERE seqrelid = $1::regclass) FROM ${schema}.events_position_seq`,
    [`${schema}.events_position_seq`],
  );
  const [behind = "", cache = ""] = row ?? [];
  const faults = [
    behind !== "0" && `the sequence is ${behind} behind the log: set it on, as after a copy of the tables`,
    cache !== "1" &&
      "the sequence keeps positions ready, which later come before the places of readers: set it to CACHE 1",
  ].filter((fault) => fault !== false);
  return { rule: "positions", ok: faults.length === 0, detail: faults.join("; ") || "the next position is a new one" };
};

const number = async (sql: RunSql, text: string): Promise<number> => Number((await sql("", text))[0]?.[0] ?? 0);
