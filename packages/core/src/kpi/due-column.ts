import { type EpochDay, fromEpochDay, toEpochDay } from "../time/local-date.js";
import type { Due } from "../time/term.js";
import { type Column, column, pushValue, setValue, valueAt } from "./column.js";

const NONE = 0;
const DATE = 1;
const INSTANT = 2;

/** Due dates, or none: which of the two kinds, and the day or the instant as a number. */
export interface DueColumn {
  readonly kinds: Column;
  readonly values: Column;
}

export const dueColumn = (): DueColumn => ({ kinds: column(Uint8Array), values: column(Float64Array) });

export const dueIn = ({ kinds, values }: DueColumn, index: number): Due | null => {
  const value = valueAt(values, index);
  switch (valueAt(kinds, index)) {
    case DATE:
      return dateDue(value);
    case INSTANT:
      return { kind: "instant", instant: value };
    default:
      return null;
  }
};

export const setDue = ({ kinds, values }: DueColumn, index: number, due: Due | null): void => {
  setValue(kinds, index, kindOf(due));
  setValue(values, index, numberOf(due));
};

export const pushDue = ({ kinds, values }: DueColumn, due: Due | null): void => {
  pushValue(kinds, kindOf(due));
  pushValue(values, numberOf(due));
};

const kindOf = (due: Due | null): number => (due === null ? NONE : due.kind === "date" ? DATE : INSTANT);

const numberOf = (due: Due | null): number =>
  due === null ? 0 : due.kind === "instant" ? due.instant : toEpochDay(due.date);

/** Few dates are met: each due date is made once. */
const dateDue = (day: EpochDay): Due => {
  const known = dues.get(day);
  if (known !== undefined) return known;
  const due: Due = { kind: "date", date: fromEpochDay(day) };
  if (dues.size < REMEMBERED) dues.set(day, due);
  return due;
};

const dues = new Map<EpochDay, Due>();
const REMEMBERED = 100_000;
