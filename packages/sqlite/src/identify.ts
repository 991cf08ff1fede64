import { closeSync, constants, openSync, readSync, statSync } from "node:fs";
import type { StoreForeign, StoreNewer } from "@motcua/event-store";
import { APPLICATION_ID, SCHEMA_VERSION } from "./migrations/index.js";

/** What a file is, read from its first hundred bytes: SQLite itself might already write to a file by opening it. */
export type Identity = "missing" | "blank" | "ours" | StoreForeign | StoreNewer;

/** A kind of file, by what its header says. */
export interface FileKind {
  readonly applicationId: number;
  /** The newest schema that this release knows. */
  readonly schemaVersion: number;
}

const LOG: FileKind = { applicationId: APPLICATION_ID, schemaVersion: SCHEMA_VERSION };

export const identify = (file: string, kind: FileKind = LOG): Identity => {
  const foreign = (detail: string): StoreForeign => ({ code: "StoreForeign", where: file, detail });
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) return "missing";
  if (!status.isFile()) return foreign("not a regular file");
  if (status.size === 0) return "blank";

  const header = headerOf(file);
  if (header.toString("latin1", 0, 16) !== "SQLite format 3\0") return foreign("not a SQLite database");
  if (header.readUInt32BE(APPLICATION_ID_AT) !== kind.applicationId)
    return foreign("a SQLite database of another application");
  const schema = header.readUInt32BE(USER_VERSION_AT);
  return schema > kind.schemaVersion ? { code: "StoreNewer", where: file, schema, known: kind.schemaVersion } : "ours";
};

/** Offsets in the header, from the description of the file format. */
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

const headerOf = (file: string): Buffer => {
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, constants.O_RDONLY);
  try {
    readSync(descriptor, header, 0, header.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return header;
};
