import {
  type CalendarYear,
  HO_CHI_MINH,
  OFFICE_HOURS,
  type WorkingCalendar,
  workingCalendar,
} from "../../src/index.js";
import { rightOf } from "./either.js";

export const plainYear = (year: number, parts: Partial<CalendarYear> = {}): CalendarYear => ({
  year,
  version: "1",
  closed: [],
  makeUp: [],
  ...parts,
});

/** A calendar in Vietnam's time with the common office hours. */
export const calendarOf = (...years: ReadonlyArray<CalendarYear>): WorkingCalendar =>
  rightOf(workingCalendar({ id: "test", version: "1", zone: HO_CHI_MINH, years, sessions: OFFICE_HOURS }));
