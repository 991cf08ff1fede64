import type { Term } from "../time/term.js";
import { type Column, column, pushValue, setValue, valueAt } from "./column.js";

/** What a term may be, but for its length: a column holds the place in this list. */
const KINDS: ReadonlyArray<Pick<Term, "unit"> & { readonly countFrom?: "nextDay" | "instant" }> = [
  { unit: "workingHour" },
  { unit: "workingDay" },
  { unit: "workingDay", countFrom: "nextDay" },
  { unit: "workingDay", countFrom: "instant" },
  { unit: "calendarDay" },
  { unit: "calendarDay", countFrom: "nextDay" },
  { unit: "calendarDay", countFrom: "instant" },
];
const NONE = KINDS.length;

/** Terms, or none: of which kind, and how long. */
export interface TermColumn {
  readonly kinds: Column;
  readonly amounts: Column;
}

export const termColumn = (): TermColumn => ({ kinds: column(), amounts: column() });

export const termAt = ({ kinds, amounts }: TermColumn, index: number): Term | null => {
  const kind = KINDS[valueAt(kinds, index)];
  return kind === undefined ? null : ({ ...kind, amount: valueAt(amounts, index) } as Term);
};

export const setTerm = ({ kinds, amounts }: TermColumn, index: number, term: Term | null): void => {
  setValue(kinds, index, kindOf(term));
  setValue(amounts, index, term?.amount ?? 0);
};

export const pushNoTerm = ({ kinds, amounts }: TermColumn): void => {
  pushValue(kinds, NONE);
  pushValue(amounts, 0);
};

const kindOf = (term: Term | null): number => {
  if (term === null) return NONE;
  const countFrom = term.unit === "workingHour" ? undefined : term.countFrom;
  return KINDS.findIndex((kind) => kind.unit === term.unit && kind.countFrom === countFrom);
};
