import type { ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ExportedLog } from "../export/exported-log.js";
import { isoUtc } from "../export/iso.js";
import type { ExportPage } from "../export/page.js";
import type { Cell, CellKind } from "./column.js";
import { TABLES, type TableRows } from "./rows.js";

/**
 * A log as CSV (RFC 4180): a row for each event, or for each dossier as it stands. No cell begins as a spreadsheet's
 * formula does, and nothing in it speaks of a person.
 *
 * @example
 * for await (const page of exportCsv(store, "dossiers")) if (isRight(page)) process.stdout.write(page.right.content);
 */
export async function* exportCsv(
  log: ExportedLog,
  rows: TableRows = "events",
): AsyncGenerator<Either<ReadError, ExportPage>, void, void> {
  const { columns, pages } = TABLES[rows];
  const kinds = columns.map(({ kind }) => kind);
  yield right({ content: line(columns.map(({ name }) => name)), events: 0, dossiers: 0 });
  for await (const page of pages(log)) {
    if (isLeft(page)) return yield page;
    const { rows: all, ...counts } = page.right;
    const lines = all.map((cells) => line(cells.map((cell, n) => field(cell, kinds[n] ?? "text"))));
    yield right({ content: lines.join(""), ...counts });
  }
}

const line = (fields: ReadonlyArray<string>): string => `${fields.join(",")}\r\n`;

const field = (cell: Cell, kind: CellKind): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return kind === "instant" ? isoUtc(cell) : String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** What spreadsheets may take for a formula, full width too; text of that kind is set off by an apostrophe. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;
