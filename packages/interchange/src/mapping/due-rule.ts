import {
  type Due,
  type EpochDay,
  fromEpochDay,
  type Instant,
  instantAt,
  localDateOf,
  localDayOf,
  MINUTE,
  type TimeZone,
  timeOfDay,
  toEpochDay,
} from "@motcua/core";
import type { DueRule, Mapping } from "./mapping.js";

/** The day on which a term of the map ends. */
export type TermCounter = (start: Instant, term: NonNullable<DueRule["term"]>) => EpochDay;

/**
 * Counts days by the map's own calendar: Monday to Friday without the `closed` days and with the `worked` ones. Days that
 * are not counted are not looked at: a term in calendar days ends where it ends.
 */
export const termCounter = (zone: TimeZone, calendar: Mapping["calendar"]): TermCounter => {
  const closed = new Set(calendar?.closed?.map(toEpochDay));
  const worked = new Set(calendar?.worked?.map(toEpochDay));
  // 1970-01-01 was a Thursday.
  const isWeekend = (day: number): boolean => (((day + 3) % 7) + 7) % 7 > 4;
  const isWorked = (day: number): boolean => worked.has(day) || !(isWeekend(day) || closed.has(day));
  return (start, { unit, amount }) => {
    let day = localDayOf(zone, start);
    if (unit === "calendarDay") return day + amount;
    for (let left = amount; left > 0; ) {
      day += 1;
      if (isWorked(day)) left -= 1;
    }
    return day;
  };
};

/** The due date as the map wants it told. */
export const dueAs = (zone: TimeZone, instant: Instant, as: NonNullable<DueRule["as"]>): Due => {
  if (as === "date") return { kind: "date", date: localDateOf(zone, instant) };
  return { kind: "instant", instant: as === "minute" ? Math.floor(instant / MINUTE) * MINUTE : instant };
};

/** The end of a term: the same time of another day, or that day as a whole. */
export const endOfTerm = (zone: TimeZone, start: Instant, day: EpochDay, as: NonNullable<DueRule["as"]>): Due =>
  as === "date"
    ? { kind: "date", date: fromEpochDay(day) }
    : dueAs(zone, instantAt(zone, day, timeOfDay(zone, start)), as);
