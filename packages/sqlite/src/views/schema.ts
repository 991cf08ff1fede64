import type { Connection } from "../driver.js";
import type { FileKind } from "../identify.js";

/** "mtcv" in ASCII: a file of views. */
export const VIEWS: FileKind = { applicationId: 0x6d746376, schemaVersion: 1 };

/**
 * A part and who folds it; a view and its checkpoint, in one row, so that neither is ever seen, lost or put back without
 * the other. The states of processes by stream, found by the time at which to look at them.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS parts (
  name         TEXT NOT NULL,
  version      INTEGER NOT NULL,
  build        INTEGER NOT NULL,
  part         INTEGER NOT NULL,
  parts        INTEGER NOT NULL,
  serves       INTEGER NOT NULL DEFAULT 0,
  token        INTEGER NOT NULL DEFAULT 0,
  owner        TEXT,
  leased_until INTEGER NOT NULL DEFAULT 0,
  dead_letter  TEXT,
  PRIMARY KEY (name, version, build, part)
) STRICT;

CREATE TABLE IF NOT EXISTS views (
  name     TEXT NOT NULL,
  version  INTEGER NOT NULL,
  build    INTEGER NOT NULL,
  part     INTEGER NOT NULL,
  cursor   TEXT NOT NULL,
  folded   INTEGER NOT NULL,
  last     TEXT,
  saved_at INTEGER NOT NULL,
  bytes    BLOB NOT NULL,
  PRIMARY KEY (name, version, build, part)
) STRICT;

CREATE TABLE IF NOT EXISTS processes (
  name        TEXT NOT NULL,
  version     INTEGER NOT NULL,
  cursor      TEXT NOT NULL,
  folded      INTEGER NOT NULL,
  last        TEXT,
  quiet_until TEXT,
  PRIMARY KEY (name, version)
) STRICT;

CREATE TABLE IF NOT EXISTS process_streams (
  name           TEXT NOT NULL,
  version        INTEGER NOT NULL,
  stream         TEXT NOT NULL,
  stream_version INTEGER NOT NULL,
  state          TEXT NOT NULL,
  wake_at        INTEGER,
  rung           TEXT NOT NULL,
  PRIMARY KEY (name, version, stream)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS process_streams_by_waking ON process_streams (name, version, wake_at, stream)
  WHERE wake_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS dead_intents (
  name    TEXT NOT NULL,
  version INTEGER NOT NULL,
  key     TEXT NOT NULL,
  stream  TEXT NOT NULL,
  intent  TEXT NOT NULL,
  reason  TEXT NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (name, version, key)
) STRICT;
`;

/** Makes the tables that are not there: a view that was lost with its table is folded again. */
export const makeTables = (connection: Connection): void => {
  connection.exec(TABLES);
  connection.pragma(`application_id = ${VIEWS.applicationId}`);
  connection.pragma(`user_version = ${VIEWS.schemaVersion}`);
};
