import { type EpochDay, fromEpochDay, toEpochDay } from "../time/local-date.js";
import type { Due } from "../time/term.js";
import { type Column, column, pushValue, setValue, valueAt, wideColumn } from "./column.js";

const NONE = 0;
/** Days are counted from 1 January of the year 0, which no date that can be written comes before. */
const DAYS_BEFORE_1970 = 719_529;
/** 31 December 9999: what is greater is no day but the place of an instant. */
const LAST_DAY = 2_932_896 + DAYS_BEFORE_1970;

/** Due dates, or none, four bytes each: the day of a date; of an instant its place among the instants, behind all days. */
export interface DueColumn {
  readonly days: Column;
  readonly instants: Column;
}

export const dueColumn = (): DueColumn => ({ days: column(), instants: wideColumn() });

export const dueIn = ({ days, instants }: DueColumn, index: number): Due | null => {
  const day = valueAt(days, index);
  if (day > LAST_DAY) return { kind: "instant", instant: valueAt(instants, day - LAST_DAY - 1) };
  return day > NONE ? dateDue(day - DAYS_BEFORE_1970) : null;
};

export const setDue = (to: DueColumn, index: number, due: Due | null): void =>
  setValue(to.days, index, numberOf(to, due));

export const pushDue = (to: DueColumn, due: Due | null): void => {
  pushValue(to.days, numberOf(to, due));
};

/** Adds what stands at an index once more. */
export const pushSameDue = ({ days }: DueColumn, index: number): void => {
  pushValue(days, index < 0 ? NONE : valueAt(days, index));
};

const numberOf = ({ instants }: DueColumn, due: Due | null): number => {
  if (due === null) return NONE;
  return due.kind === "instant"
    ? LAST_DAY + 1 + pushValue(instants, due.instant)
    : toEpochDay(due.date) + DAYS_BEFORE_1970;
};

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
