import { isLocalDate, toEpochDay } from "@motcua/core";
import type { Cell, CellKind } from "../tables/column.js";
import type { Table } from "../tables/rows.js";

/** A column as the format describes it. */
interface Element {
  readonly name: string;
  readonly type?: "BYTE_ARRAY" | "INT32" | "INT64";
  readonly num_children?: number;
  readonly repetition_type?: "OPTIONAL";
  readonly converted_type?: "UTF8" | "DATE";
  readonly logical_type?: { readonly type: "TIMESTAMP"; readonly isAdjustedToUTC: true; readonly unit: "MILLIS" };
}

/** How a table is written: its schema, and its rows turned into columns. */
export interface ParquetColumns {
  readonly schema: ReadonlyArray<Element>;
  readonly encode: (rows: ReadonlyArray<ReadonlyArray<Cell>>) => { name: string; data: Value[] }[];
}

type Value = string | number | bigint | null;

export const parquetColumns = (columns: Table["columns"]): ParquetColumns => ({
  schema: [
    { name: "log", num_children: columns.length },
    ...columns.map(({ name, kind }) => ({ name, repetition_type: "OPTIONAL" as const, ...ELEMENTS[kind] })),
  ],
  encode: (rows) =>
    columns.map(({ name, kind }, n) => ({ name, data: rows.map((cells) => parquetValue(kind, cells[n] ?? null)) })),
});

const ELEMENTS: Readonly<Record<CellKind, Omit<Element, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT64" },
  instant: { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" } },
  date: { type: "INT32", converted_type: "DATE" },
};

const parquetValue = (kind: CellKind, cell: Cell): Value => {
  if (cell === null) return null;
  if (typeof cell === "number") return BigInt(cell);
  if (kind !== "date") return cell;
  return isLocalDate(cell) ? toEpochDay(cell) : null;
};
