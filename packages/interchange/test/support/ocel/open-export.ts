import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { onTestFinished } from "vitest";
import { type ExportedLog, exportOcelSqlite } from "../../../src/index.js";
import { rightOf } from "../importing.js";

/** A log as an OCEL database; it goes with the test. */
export const ocelDatabaseOf = async (log: ExportedLog): Promise<Database.Database> => {
  const folder = mkdtempSync(join(tmpdir(), "motcua-"));
  const file = join(folder, "log.sqlite");
  for await (const page of exportOcelSqlite(log)) appendFileSync(file, rightOf(page).content);
  const database = new Database(file, { readonly: true });
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  return database;
};
