import type Database from "better-sqlite3";

/** A statement about a database, and SQL whose every row is something that breaks it. */
interface Constraint {
  readonly says: string;
  readonly broken: string;
}

/** The 24 constraints on an OCEL 2.0 database that pm4py checks, each written anew. */
export const brokenConstraints = (database: Database.Database): ReadonlyArray<string> =>
  CONSTRAINTS.filter(({ broken }) => database.prepare(broken).all().length > 0).map(({ says }) => says);

const table = (kind: "event" | "object") => `(SELECT '${kind}_' || ocel_type_map AS name FROM ${kind}_map_type)`;
const existing = "(SELECT name FROM sqlite_master WHERE type = 'table')";

/** Columns of fixed tables that are missing. */
const missing = (...columns: ReadonlyArray<string>): string =>
  `SELECT * FROM (${columns
    .map((column) => {
      const [owner, name] = column.split(".");
      return `SELECT '${owner}' AS owner, '${name}' AS name`;
    })
    .join(" UNION ALL ")}) AS wanted
   WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info(wanted.owner) AS found WHERE found.name = wanted.name)`;

const notKey = (owner: string, ...columns: ReadonlyArray<string>): string =>
  `SELECT 1 WHERE (SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_info('${owner}') WHERE pk > 0 ORDER BY name))
   IS NOT '${columns.toSorted().join(" ")}'`;

const notReferring = (owner: string, from: string, target: string, to = "ocel_id"): string =>
  `SELECT 1 WHERE (SELECT count(*) FROM pragma_foreign_key_list('${owner}')
   WHERE "table" = '${target}' AND "from" = '${from}' AND "to" = '${to}') <> 1`;

/** Tables of types in which no column is as said. */
const withoutColumn = (kind: "event" | "object", condition: string): string =>
  `SELECT * FROM ${table(kind)} AS owner WHERE (SELECT count(*) FROM pragma_table_info(owner.name) AS c WHERE ${condition}) <> 1`;

/** Tables of a kind, other than the two that are fixed, that are not those of its types. */
const strangers = (kind: "event" | "object"): string => {
  const own = `SELECT name FROM ${existing} WHERE name LIKE '${kind}\\_%' ESCAPE '\\' AND name NOT IN ('${kind}_map_type', '${kind}_object')`;
  return `SELECT name FROM ${table(kind)} EXCEPT ${own}
          UNION ALL SELECT * FROM (${own} EXCEPT SELECT name FROM ${table(kind)})`;
};

const both = (a: string, b: string): string => `SELECT 1 FROM (${a}) UNION ALL SELECT 1 FROM (${b})`;

const FIXED = ["event_map_type", "object_map_type", "event", "object", "event_object", "object_object"];

const CONSTRAINTS: ReadonlyArray<Constraint> = [
  {
    says: "1: the six tables are there",
    broken: `SELECT 1 WHERE (SELECT count(*) FROM ${existing} WHERE name IN (${FIXED.map((name) => `'${name}'`).join(", ")})) <> 6`,
  },
  { says: "2: tables of object types are those of the map", broken: strangers("object") },
  { says: "3: tables of event types are those of the map", broken: strangers("event") },
  {
    says: "4: ocel_type",
    broken: missing("event_map_type.ocel_type", "object_map_type.ocel_type", "event.ocel_type", "object.ocel_type"),
  },
  { says: "5: ocel_type_map", broken: missing("event_map_type.ocel_type_map", "object_map_type.ocel_type_map") },
  { says: "6: ocel_id", broken: missing("event.ocel_id", "object.ocel_id") },
  { says: "7: ocel_qualifier", broken: missing("event_object.ocel_qualifier", "object_object.ocel_qualifier") },
  { says: "8: event_object", broken: missing("event_object.ocel_event_id", "event_object.ocel_object_id") },
  { says: "9: object_object", broken: missing("object_object.ocel_source_id", "object_object.ocel_target_id") },
  { says: "10: ocel_id of object types", broken: withoutColumn("object", "c.name = 'ocel_id'") },
  { says: "11: ocel_id of event types", broken: withoutColumn("event", "c.name = 'ocel_id'") },
  {
    says: "12: ocel_time of object types",
    broken: withoutColumn("object", "c.name = 'ocel_time' AND c.type = 'TIMESTAMP'"),
  },
  {
    says: "13: ocel_time of event types",
    broken: withoutColumn("event", "c.name = 'ocel_time' AND c.type = 'TIMESTAMP'"),
  },
  {
    says: "14: keys of the maps",
    broken: both(notKey("event_map_type", "ocel_type"), notKey("object_map_type", "ocel_type")),
  },
  { says: "15: keys of events and objects", broken: both(notKey("event", "ocel_id"), notKey("object", "ocel_id")) },
  {
    says: "16: key of event_object",
    broken: notKey("event_object", "ocel_event_id", "ocel_object_id", "ocel_qualifier"),
  },
  {
    says: "17: key of object_object",
    broken: notKey("object_object", "ocel_source_id", "ocel_target_id", "ocel_qualifier"),
  },
  { says: "18: keys of event types", broken: withoutColumn("event", "c.name = 'ocel_id' AND c.pk = 1") },
  { says: "19: event to its type", broken: notReferring("event", "ocel_type", "event_map_type", "ocel_type") },
  { says: "20: object to its type", broken: notReferring("object", "ocel_type", "object_map_type", "ocel_type") },
  {
    says: "21: event_object to both",
    broken: both(
      notReferring("event_object", "ocel_event_id", "event"),
      notReferring("event_object", "ocel_object_id", "object"),
    ),
  },
  {
    says: "22: object_object to both",
    broken: both(
      notReferring("object_object", "ocel_source_id", "object"),
      notReferring("object_object", "ocel_target_id", "object"),
    ),
  },
  ...(["event", "object"] as const).map((kind, n) => ({
    says: `${23 + n}: tables of ${kind} types to their ${kind}`,
    broken: `SELECT * FROM ${table(kind)} AS owner WHERE NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(owner.name)
             WHERE "table" = '${kind}' AND "from" = 'ocel_id' AND "to" = 'ocel_id')`,
  })),
];
