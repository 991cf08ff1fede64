import type Database from "better-sqlite3";
import { isoUtc } from "../export/iso.js";
import type { OcelObject } from "./dossier-object.js";
import type { OcelEvent } from "./event.js";
import type { OcelModel } from "./model.js";
import { makeTables } from "./tables.js";

/** Puts events and objects into a database; objects first, since the keys of the tables are enforced. */
export interface OcelDatabase {
  readonly addObjects: (objects: ReadonlyArray<OcelObject>) => void;
  readonly addEvents: (events: ReadonlyArray<OcelEvent>) => void;
}

export const ocelDatabase = (database: Database.Database, types: OcelModel): OcelDatabase => {
  const { events, objects } = makeTables(database, types);
  const event = database.prepare("INSERT INTO event VALUES (?, ?)");
  const object = database.prepare("INSERT INTO object VALUES (?, ?)");
  const eventObject = database.prepare("INSERT INTO event_object VALUES (?, ?, ?)");
  const objectObject = database.prepare("INSERT INTO object_object VALUES (?, ?, ?)");

  const addEvent = ({ id, type, at, attributes, links }: OcelEvent): void => {
    event.run(id, type);
    const table = events.get(type);
    const values = new Map(attributes.map(({ name, value }) => [name, value]));
    table?.insert.run(id, isoUtc(at), ...table.columns.map(([attribute]) => values.get(attribute) ?? null));
    for (const { objectId, qualifier } of links) eventObject.run(id, objectId, qualifier);
  };

  const addObject = ({ id, type, values, links }: OcelObject): void => {
    object.run(id, type);
    const table = objects.get(type);
    const initial = new Map(values.filter(({ since }) => since === null).map(({ name, value }) => [name, value]));
    const row = (only: ReadonlyMap<string, string>) => table?.columns.map(([name]) => only.get(name) ?? null) ?? [];
    table?.insert.run(id, BEGINNING, null, ...row(initial));
    for (const { name, value, since } of values)
      if (since !== null) table?.insert.run(id, isoUtc(since), name, ...row(new Map([[name, value]])));
    for (const { objectId, qualifier } of links) objectObject.run(id, objectId, qualifier);
  };

  return {
    addObjects: database.transaction((all: ReadonlyArray<OcelObject>) => all.forEach(addObject)),
    addEvents: database.transaction((all: ReadonlyArray<OcelEvent>) => all.forEach(addEvent)),
  };
};

const BEGINNING = "1970-01-01T00:00:00Z";
