import type Database from "better-sqlite3";
import type { OcelTypeDeclared } from "./model.js";
import { columnNames, tableNames } from "./table-names.js";
import type { OcelType } from "./value.js";

/** The table of one type: how its rows are put in. */
interface TypeTable {
  readonly insert: Database.Statement<unknown[]>;
  /** The attributes in the order of their columns, which come after those of OCEL itself. */
  readonly columns: ReadonlyArray<readonly [attribute: string, column: string]>;
}

export interface OcelTables {
  readonly events: ReadonlyMap<string, TypeTable>;
  readonly objects: ReadonlyMap<string, TypeTable>;
}

interface Types {
  readonly eventTypes: ReadonlyArray<OcelTypeDeclared>;
  readonly objectTypes: ReadonlyArray<OcelTypeDeclared>;
}

/** Makes the tables of OCEL 2.0's relational schema, with the keys that it asks for, and one for each type. */
export const makeTables = (database: Database.Database, { eventTypes, objectTypes }: Types): OcelTables => {
  database.exec(COMMON);
  return { events: typeTables(database, "event", eventTypes), objects: typeTables(database, "object", objectTypes) };
};

/** `ocel_time` is a TIMESTAMP, as pm4py's constraints want it and its readers do not mind. */
const COMMON = `
CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL UNIQUE);
CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL UNIQUE);
CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL REFERENCES event_map_type (ocel_type));
CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL REFERENCES object_map_type (ocel_type));
CREATE TABLE event_object (
  ocel_event_id TEXT NOT NULL REFERENCES event (ocel_id),
  ocel_object_id TEXT NOT NULL REFERENCES object (ocel_id),
  ocel_qualifier TEXT NOT NULL,
  PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier)
);
CREATE TABLE object_object (
  ocel_source_id TEXT NOT NULL REFERENCES object (ocel_id),
  ocel_target_id TEXT NOT NULL REFERENCES object (ocel_id),
  ocel_qualifier TEXT NOT NULL,
  PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier)
);`;

const typeTables = (
  database: Database.Database,
  kind: "event" | "object",
  types: ReadonlyArray<OcelTypeDeclared>,
): ReadonlyMap<string, TypeTable> => {
  const map = database.prepare(`INSERT INTO ${kind}_map_type VALUES (?, ?)`);
  const names = tableNames(types.map(({ name }) => name));
  return new Map(
    types.map(({ name, attributes }) => {
      const table = names.get(name) ?? name;
      map.run(name, table);
      return [name, typeTable(database, kind, table, attributes)];
    }),
  );
};

/** SQLite takes 2,000 columns; what a single type says beyond these is left out. */
const MOST_ATTRIBUTES = 1_900;

const typeTable = (
  database: Database.Database,
  kind: "event" | "object",
  name: string,
  attributes: ReadonlyMap<string, OcelType>,
): TypeTable => {
  const columns = [...columnNames([...attributes.keys()].slice(0, MOST_ATTRIBUTES))];
  const id = `ocel_id TEXT ${kind === "event" ? "PRIMARY KEY" : "NOT NULL"} REFERENCES ${kind} (ocel_id)`;
  const fixed = [id, "ocel_time TIMESTAMP NOT NULL", ...(kind === "object" ? ["ocel_changed_field TEXT"] : [])];
  const own = columns.map(
    ([attribute, column]) => `${quoted(column)} ${SQL_TYPES[attributes.get(attribute) ?? "string"]}`,
  );
  database.exec(`CREATE TABLE ${quoted(`${kind}_${name}`)} (${[...fixed, ...own].join(", ")})`);
  const values = [...fixed, ...own].map(() => "?").join(", ");
  return { insert: database.prepare(`INSERT INTO ${quoted(`${kind}_${name}`)} VALUES (${values})`), columns };
};

const SQL_TYPES: Readonly<Record<OcelType, string>> = {
  string: "TEXT",
  time: "TIMESTAMP",
  integer: "INTEGER",
  float: "REAL",
  boolean: "BOOLEAN",
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
