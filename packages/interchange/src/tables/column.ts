/**
 * What the cells of a column are. An `instant` is epoch milliseconds, a `date` a local date as text; each format writes
 * them in its own way.
 */
export type CellKind = "text" | "integer" | "instant" | "date";

export type Cell = string | number | null;

/** A column of a table, and how its cells come from rows. */
export interface Column<Row> {
  readonly name: string;
  readonly kind: CellKind;
  /** What it means, for whoever reads the table without motcua. */
  readonly meaning: string;
  readonly cell: (row: Row) => Cell;
}
