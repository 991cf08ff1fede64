import { isLeft } from "fp-ts/lib/Either.js";
import { HO_CHI_MINH } from "../time/time-zone.js";
import type { Session } from "./calendar-year.js";
import { VIETNAM_YEARS } from "./vietnam-years.js";
import { type WorkingCalendar, workingCalendar } from "./working-calendar.js";

/** Office hours of most administrations in the Red River delta: 07:30-11:30 and 13:00-17:00, eight hours a day. */
export const OFFICE_HOURS: ReadonlyArray<Session> = [
  { from: 7 * 60 + 30, to: 11 * 60 + 30 },
  { from: 13 * 60, to: 17 * 60 },
];

/**
 * The calendar of State offices in Vietnam with the common office hours.
 *
 * @example
 * dueAt(VIETNAM)(receivedAt, { unit: "workingDay", amount: 5 })
 */
export const VIETNAM: WorkingCalendar = built();

function built(): WorkingCalendar {
  const calendar = workingCalendar({
    id: "vn",
    version: "2026.1",
    zone: HO_CHI_MINH,
    years: VIETNAM_YEARS,
    sessions: OFFICE_HOURS,
  });
  if (isLeft(calendar)) throw new Error(calendar.left.detail);
  return calendar.right;
}
