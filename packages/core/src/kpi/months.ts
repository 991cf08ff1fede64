import { DAY } from "../time/instant.js";
import { type EpochDay, fromEpochDay } from "../time/local-date.js";

/** A month of a report, cut to the report's period. */
export interface Month {
  /** `YYYY-MM` */
  readonly month: string;
  readonly first: EpochDay;
  readonly end: EpochDay;
}

/** The months that a period touches, cut to it. */
export const monthsOf = (first: EpochDay, end: EpochDay): ReadonlyArray<Month> => {
  const months: Month[] = [];
  for (let day = first; day < end; ) {
    const date = new Date(day * DAY);
    const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY;
    months.push({ month: fromEpochDay(day).slice(0, 7), first: day, end: Math.min(next, end) });
    day = next;
  }
  return months;
};
