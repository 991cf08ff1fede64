import { type EpochDay, fromEpochDay, toEpochDay } from "../time/local-date.js";
import type { Due } from "../time/term.js";
import { Column } from "./column.js";

const NONE = 0;
const DATE = 1;
const INSTANT = 2;

/** Due dates, or none: which of the two kinds, and the day or the instant as a number. */
export class DueColumn {
  private kinds: Column = new Column(Uint8Array);
  private values: Column = new Column(Float64Array);
  /** Few dates are met: each due date is made once. */
  private dates = new Map<EpochDay, Due>();

  at(index: number): Due | null {
    const value = this.values.at(index);
    switch (this.kinds.at(index)) {
      case DATE:
        return this.dateOf(value);
      case INSTANT:
        return { kind: "instant", instant: value };
      default:
        return null;
    }
  }

  set(index: number, due: Due | null): void {
    this.kinds.set(index, kindOf(due));
    this.values.set(index, numberOf(due));
  }

  push(due: Due | null): void {
    this.kinds.push(kindOf(due));
    this.values.push(numberOf(due));
  }

  private dateOf(day: EpochDay): Due {
    const known = this.dates.get(day);
    if (known !== undefined) return known;
    const due: Due = { kind: "date", date: fromEpochDay(day) };
    this.dates.set(day, due);
    return due;
  }
}

const numberOf = (due: Due | null): number =>
  due === null ? 0 : due.kind === "instant" ? due.instant : toEpochDay(due.date);

const kindOf = (due: Due | null): number => (due === null ? NONE : due.kind === "date" ? DATE : INSTANT);
