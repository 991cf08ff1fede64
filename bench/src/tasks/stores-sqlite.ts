import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Heat } from "../stores/measure-rows.ts";
import type { Row } from "../stores/row.ts";
import { measureSection } from "../stores/section.ts";
import { sqliteEntries } from "../stores/sqlite/entries.ts";
import { pinned } from "../stores/versions.ts";

// SQLite in files of their own, WAL, each commit synced to the disk.
const folder = mkdtempSync(join(tmpdir(), "motcua-bench-"));
const { rows, statements, motcua, act } = sqliteEntries(folder);
const append = (row: Row, calls: number, hand: Heat["entries"]): Heat => ({
  rows: [{ row, calls }],
  entries: [...hand, motcua, act],
  stored: 0,
  filledBy: "each",
});
const version = new Database(":memory:").prepare("SELECT sqlite_version()").pluck().get();
await measureSection(
  "SQLite",
  [`SQLite ${version}`, pinned("better-sqlite3"), pinned("@rotorsoft/act-sqlite")],
  [
    append({ does: "append", events: 1, inFlight: 1 }, 70, [rows]),
    append({ does: "append", events: 1, inFlight: 16 }, 224, [rows]),
    append({ does: "append", events: 7, inFlight: 1 }, 50, [rows, statements]),
    append({ does: "append", events: 1_000, inFlight: 1 }, 4, [rows, statements]),
    {
      rows: [
        { row: { does: "load", inFlight: 1 }, calls: 400 },
        { row: { does: "load", inFlight: 16 }, calls: 400 },
        { row: { does: "readAll" }, calls: 1 },
      ],
      entries: [statements, motcua, act],
      stored: 2_000,
      filledBy: "each",
    },
  ],
  () => rmSync(folder, { recursive: true, force: true }),
);
