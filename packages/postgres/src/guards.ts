import type { Finding } from "@motcua/event-store";
import type { RunSql } from "./database.js";
import { GUARD, log } from "./migrations/0001-log.js";

/** Every guard of the log stands, fires always, and does what it did when it was made; and nothing has been put before it. */
export const guards = async (sql: RunSql, schema: string): Promise<Finding> => {
  const faults = [
    ...(await unsoundTriggers(sql, schema)),
    ...(await added(sql, schema)),
    ...(await twice(sql, schema)),
  ];
  return {
    rule: "appendOnly",
    ok: faults.length === 0,
    detail: faults.length === 0 ? "every guard is in place" : faults.join("; "),
  };
};

const unsoundTriggers = async (sql: RunSql, schema: string): Promise<ReadonlyArray<string>> => {
  const found = await sql(
    "",
    `SELECT t.tgname, t.tgenabled, pg_get_triggerdef(t.oid), p.proname || '() ' || $2 || ' AS $$' || p.prosrc || '$$',
       coalesce(array_to_string(p.proconfig, ';'), '')
     FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = $1::regclass AND NOT t.tgisinternal`,
    [`${schema}.events`, GUARD],
  );
  const definition = plain(log(schema), schema);
  const isSound = ([, enabled, trigger = "", body = "", settings]: (typeof found)[number]): boolean =>
    enabled === "A" &&
    definition.includes(`${plain(trigger, schema)};`) &&
    definition.includes(`${plain(body, schema)};`) &&
    settings === "search_path=pg_catalog, pg_temp";
  const sound = new Set(found.filter(isSound).map(([name]) => name));
  const names = [...definition.matchAll(/CREATE TRIGGER (\w+)/g)].map(([, name = ""]) => name);
  return names.filter((name) => !sound.has(name)).map((name) => `${name} is missing, disabled or changed`);
};

/** What can keep a row from being stored, or change it, although the guards stand. */
const added = async (sql: RunSql, schema: string): Promise<ReadonlyArray<string>> => {
  const found = await sql(
    "",
    `SELECT 'trigger ' || tgname FROM pg_trigger WHERE tgrelid = $1::regclass AND tgtype & 3 = 3 AND NOT tgisinternal
     UNION ALL SELECT 'rule ' || rulename FROM pg_rewrite WHERE ev_class = $1::regclass
     UNION ALL SELECT 'row security' FROM pg_class WHERE oid = $1::regclass AND relrowsecurity`,
    [`${schema}.events`],
  );
  return found.map(([what]) => `${what} was added`);
};

const twice = async (sql: RunSql, schema: string): Promise<ReadonlyArray<string>> => {
  const [row] = await sql(
    "",
    `SELECT count(*) FROM pg_constraint c JOIN pg_index i ON i.indexrelid = c.conindid
     WHERE c.conrelid = $1::regclass AND i.indisvalid AND c.conname IN ('events_pkey', 'events_id_once', 'events_version_once')`,
    [`${schema}.events`],
  );
  return row?.[0] === "3" ? [] : ["a position, an id or a version may stand twice: a constraint is missing"];
};

/** PostgreSQL words a definition in its own way: names without quotes, and with the schema only where they need it. */
const plain = (definition: string, schema: string): string =>
  definition
    .replaceAll('"', "")
    .replaceAll(`${schema.replaceAll('"', "")}.`, "")
    .replaceAll(/\s+/g, " ");
