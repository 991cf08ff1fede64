import type { LocalDate } from "../time/local-date.js";

/**
 * What makes a weekday free: a holiday of the Labour Code; the day after it that stands for a holiday on the weekly rest
 * (nghỉ bù); or a day that changed places with one of a weekend (hoán đổi).
 */
export type DayOff = "holiday" | "compensatory" | "swapped";

/** A weekday on which offices are closed, and why. */
export interface ClosedDay {
  readonly date: LocalDate;
  readonly reason: string;
  /** The law or decision it follows from. */
  readonly basis: string;
  /** Absent where the source says only that it was closed. */
  readonly off?: DayOff;
  /** The holiday that it makes up for, or the day that is worked in its place. */
  readonly insteadOf?: LocalDate;
}

/** A day of the weekly rest on which offices work, in place of another. */
export interface MakeUpDay {
  readonly date: LocalDate;
  /** The closed weekday; absent where the source does not say which. */
  readonly replaces?: LocalDate;
  readonly basis: string;
}

/**
 * A day of the weekly rest on which dossiers are taken in and given out, and nothing else is worked: it consumes no term
 * (NĐ 61/2018, Đ11.3c: the staff of the one-stop get the time back).
 */
export interface ReceivingDay {
  readonly date: LocalDate;
  readonly reason: string;
  readonly basis: string;
}

/** One year of an office's calendar: data with its source, never computed (the Prime Minister decides the dates yearly). */
export interface CalendarYear {
  readonly year: number;
  readonly version: string;
  readonly closed: ReadonlyArray<ClosedDay>;
  readonly makeUp: ReadonlyArray<MakeUpDay>;
  /** Default: none. */
  readonly receivingOnly?: ReadonlyArray<ReceivingDay>;
}

/** A stretch of the working day, in minutes since local midnight. */
export interface Session {
  readonly from: number;
  readonly to: number;
}
