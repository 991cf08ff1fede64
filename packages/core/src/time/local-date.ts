import { DAY } from "./instant.js";

/** A date on the wall calendar, `YYYY-MM-DD`, in no zone. Two of them compare as text. */
export type LocalDate = `${number}-${number}-${number}`;

/** A date as the number of days since 1970-01-01. */
export type EpochDay = number;

export const toEpochDay = (date: LocalDate): EpochDay => {
  const known = days.get(date);
  if (known !== undefined) return known;
  const day = Date.parse(`${date}T00:00:00Z`) / DAY;
  if (days.size < REMEMBERED) days.set(date, day);
  return day;
};

export const fromEpochDay = (day: EpochDay): LocalDate => {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY).toISOString().slice(0, 10) as LocalDate;
  if (dates.size < REMEMBERED) dates.set(day, date);
  return date;
};

/** Few days are ever asked for, each very often, and reading one from its text costs as much as folding an event. */
const days = new Map<LocalDate, EpochDay>();
const dates = new Map<EpochDay, LocalDate>();
const REMEMBERED = 100_000;

/** Whether text is a date that exists, from 0001-01-01 to 9999-12-31. */
export const isLocalDate = (text: string): text is LocalDate =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !text.startsWith("0000") &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** Day of the week: 0 is Sunday. 1970-01-01 was a Thursday. */
export const dayOfWeek = (day: EpochDay): number => (((day + 4) % 7) + 7) % 7;

export const isWeekend = (day: EpochDay): boolean => dayOfWeek(day) === 0 || dayOfWeek(day) === 6;

export const yearOf = (day: EpochDay): number => new Date(day * DAY).getUTCFullYear();
