import { type Column, column, pushValue, setValue, valueAt } from "./column.js";

/**
 * What rows have many of: the entries of all rows in the order in which they came, each with the one before it of the same
 * row. Places are counted from 1 on; 0 is none.
 */
export interface Chain {
  readonly last: Column;
  readonly before: Column;
}

export const chain = (): Chain => ({ last: column(), before: column() });

/** A new row, which has no entry yet. */
export const pushNoEntry = ({ last }: Chain): void => {
  pushValue(last, 0);
};

/** Adds an entry to those of a row and answers its index. */
export const pushEntry = ({ last, before }: Chain, row: number): number => {
  const entry = pushValue(before, valueAt(last, row));
  setValue(last, row, entry + 1);
  return entry;
};

/** The last entry of a row; below 0 where it has none. */
export const lastEntry = ({ last }: Chain, row: number): number => valueAt(last, row) - 1;

/** The entry of the same row before one; below 0 before the first. */
export const entryBefore = ({ before }: Chain, entry: number): number => valueAt(before, entry) - 1;
