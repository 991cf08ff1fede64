import type { Connection } from "../driver.js";
import type { FileKind } from "../identify.js";

/** "mtcv" in ASCII: a file of views. */
export const VIEWS: FileKind = { applicationId: 0x6d746376, schemaVersion: 1 };

/**
 * A part and who folds it; a view and its checkpoint, in one row, so that neither is ever seen, lost or put back without
 * the other.
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
`;

/** Makes the tables that are not there: a view that was lost with its table is folded again. */
export const makeTables = (connection: Connection): void => {
  connection.exec(TABLES);
  connection.pragma(`application_id = ${VIEWS.applicationId}`);
  connection.pragma(`user_version = ${VIEWS.schemaVersion}`);
};
