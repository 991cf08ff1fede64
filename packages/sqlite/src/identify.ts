import { closeSync, constants, openSync, readSync, statSync } from "node:fs";
import type { StoreForeign, StoreNewer } from "@motcua/event-store";
import { APPLICATION_ID, SCHEMA_VERSION } from "./migrations/index.js";

/** What a file is, read from its first hundred bytes: SQLite itself might already write to a file by opening it. */
export type Identity = "missing" | "blank" | "ours" | StoreForeign | StoreNewer;

export const identify = (file: string): Identity => {
  const foreign = (detail: string): StoreForeign => ({ code: "StoreForeign", where: file, detail });
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) return "missing";
  if (!status.isFile()) return foreign("not a regular file");
  if (status.size === 0) return "blank";

  const header = headerOf(file);
  if (header.toString("latin1", 0, 16) !== "SQLite format 3\0") return foreign("not a SQLite database");
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID)
    return foreign("a SQLite database of another application");
  const schema = header.readUInt32BE(USER_VERSION_AT);
  return schema > SCHEMA_VERSION ? { code: "StoreNewer", where: file, schema, known: SCHEMA_VERSION } : "ours";
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
