import {
  addWorkingDays,
  addWorkingTime,
  type EpochDay,
  HOUR,
  type Instant,
  instantAt,
  type LocalDate,
  localDayOf,
  MINUTE,
  toEpochDay,
  VIETNAM,
} from "@motcua/core";
import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { Random } from "./random.js";

/** An instant within office hours of a working day, on whole seconds. */
export const withinHours = (day: EpochDay, random: Random, from = 0, to = 1): Instant => {
  const worked = Math.floor((from + (to - from) * random.fraction()) * 8 * 3600) * 1000;
  const time = worked < 4 * HOUR ? 7.5 * HOUR + worked : 13 * HOUR + (worked - 4 * HOUR);
  return instantAt(VIETNAM.zone, day, time);
};

/** So many working hours later, on whole seconds. */
export const hoursAfter = (instant: Instant, hours: number): Instant =>
  Math.ceil(covered(addWorkingTime(VIETNAM)(instant, Math.max(MINUTE, hours * HOUR))) / 1000) * 1000;

/** So many working days later; 0 is the same day, or the next working day. */
export const daysAfter = (day: EpochDay, n: number): EpochDay => covered(addWorkingDays(VIETNAM)(day, n));

export const dayOf = (instant: Instant): EpochDay => localDayOf(VIETNAM.zone, instant);

const covered = <A>(result: Either<{ readonly year: number }, A>): A => {
  if (isLeft(result)) throw new Error(`no calendar of ${result.left.year}`);
  return result.right;
};

/** A local date at a full hour. */
export const atHour = (date: LocalDate, hour: number): Instant =>
  instantAt(VIETNAM.zone, toEpochDay(date), hour * HOUR);
