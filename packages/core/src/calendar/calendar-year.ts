import type { LocalDate } from "../time/local-date.js";

/** A weekday on which offices are closed, and why. */
export interface ClosedDay {
  readonly date: LocalDate;
  readonly reason: string;
  /** The law or decision it follows from. */
  readonly basis: string;
}

/** A day of the weekly rest on which offices work, in place of another. */
export interface MakeUpDay {
  readonly date: LocalDate;
  readonly replaces: LocalDate;
  readonly basis: string;
}

/** One year of an office's calendar: data with its source, never computed (the Prime Minister decides the dates yearly). */
export interface CalendarYear {
  readonly year: number;
  readonly version: string;
  readonly closed: ReadonlyArray<ClosedDay>;
  readonly makeUp: ReadonlyArray<MakeUpDay>;
}

/** A stretch of the working day, in minutes since local midnight. */
export interface Session {
  readonly from: number;
  readonly to: number;
}
