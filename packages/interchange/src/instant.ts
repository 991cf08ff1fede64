import { DAY, HOUR, instantAt, MINUTE, SECOND, type TimeZone, timeZone as timeZoneOf } from "@motcua/core";
import { chainW, type Either, left, mapLeft, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { type Doubt, quoted } from "./fault.js";

/**
 * Reads one instant, as the logs are read: ISO 8601, or the same with a space for `T`, with any number of fraction
 * digits (cut to milliseconds). Without an offset it is what the clocks of `timeZone` show: the first of two where they
 * go back, a doubt where they jump over it. A bare date is midnight at its start.
 *
 * @param timeZone  IANA name; without it a text without an offset is refused
 * @returns         epoch milliseconds
 *
 * @example
 * parseInstant("2011-10-11T13:42:22.6889+02:00"); // right(1318333342688)
 * parseInstant("2018-03-01", "Asia/Ho_Chi_Minh"); // right(1519837200000): 2018-02-28T17:00:00Z
 */
export const parseInstant = (text: string, timeZone?: string): Either<Doubt, number> =>
  pipe(
    zoneOf(timeZone),
    chainW((zone) => instantParser(zone)(text)),
  );

/** The zone of an option that may be missing. */
export const zoneOf = (name: string | undefined): Either<Doubt, TimeZone | null> =>
  name === undefined
    ? right(null)
    : pipe(
        timeZoneOf(name),
        mapLeft(() => ({ expected: "an IANA time zone, as Asia/Ho_Chi_Minh", found: quoted(name) })),
      );

/** The instant of a text, or what is wrong with it. */
export type InstantParser = (text: string) => Either<Doubt, number>;

/**
 * Reads ISO 8601 / xs:dateTime, and the same with a space for `T`: `2011-10-11T13:42:22.688+02:00`. Seconds and
 * fraction may be missing, the fraction may have any number of digits (cut to milliseconds), `24:00:00` is the end of
 * the day, an offset is `Z`, `+07:00`, `+0700` or `+07`. A date or time that does not exist is refused.
 *
 * @param zone  whose clocks a text without an offset means; `null` refuses it
 * @returns     epoch milliseconds
 *
 * @example
 * instantParser(null)("2011-10-11T13:42:22.6889+02:00"); // right(1318333342688)
 * instantParser(null)("2011-02-30T00:00:00Z"); // left({ expected: "a date that exists", … })
 */
export const instantParser =
  (zone: TimeZone | null): InstantParser =>
  (text) => {
    const days = daysOf(text);
    if (days === null) return refuse("a date that exists, as 2011-10-11T13:42:22.688+02:00", text);
    if (text.length === 10) return local(zone, days, 0, text);
    const time = timeOf(text);
    if (time === null) return refuse("a time of day that exists, as 2011-10-11T13:42:22.688+02:00", text);
    if (time.end === text.length) return local(zone, days, time.ms, text);
    const offset = offsetOf(text, time.end);
    return offset === null
      ? refuse("an offset of at most 14 hours, as Z or +07:00, after the time", text)
      : right(days * DAY + time.ms - offset);
  };

const refuse = (expected: string, text: string): Either<Doubt, never> => left({ expected, found: quoted(text) });

const local = (zone: TimeZone | null, day: number, time: number, text: string): Either<Doubt, number> => {
  if (zone === null) return refuse("an offset after the time, as Z or +07:00, or the option timeZone", text);
  const instant = instantAt(zone, day, time);
  // Where clocks jump over a time, core gives one beside it; clocks then show something else than the text.
  return instant + zone.offsetAt(instant) === day * DAY + time
    ? right(instant)
    : refuse(`a wall-clock time that exists in ${zone.name}`, text);
};

/** The number of `count` digits at `at`, or -1. */
const digits = (text: string, at: number, count: number): number => {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
};

const lastDay = (year: number, month: number): number => {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
};

/** Days since 1970-01-01 of the `YYYY-MM-DD` at the start. `Date.UTC` would move the years 1 to 99 to the 1900s. */
const daysOf = (text: string): number | null => {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return null;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
};

/** The time of day after the date, and where its text ends. */
const timeOf = (text: string): { readonly ms: number; readonly end: number } | null => {
  const separator = text.charCodeAt(10);
  if ((separator !== 84 && separator !== 116 && separator !== 32) || text.charCodeAt(13) !== 58) return null;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const withSeconds = text.charCodeAt(16) === 58;
  const second = withSeconds ? digits(text, 17, 2) : 0;
  if (hour < 0 || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
  const fraction = withSeconds && text.charCodeAt(19) === 46 ? fractionOf(text) : NO_FRACTION;
  if (fraction === null) return null;
  const ms = hour * HOUR + minute * MINUTE + second * SECOND + fraction.ms;
  if (hour > 23 && (ms !== DAY || fraction.rest)) return null;
  return { ms, end: withSeconds ? 19 + fraction.length : 16 };
};

interface Fraction {
  readonly ms: number;
  /** Whether there is more than the milliseconds tell. */
  readonly rest: boolean;
  readonly length: number;
}

const NO_FRACTION: Fraction = { ms: 0, rest: false, length: 0 };

const fractionOf = (text: string): Fraction | null => {
  let ms = 0;
  let unit = 100;
  let rest = false;
  let at = 20;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    if (unit >= 1) ms += digit * unit;
    else if (digit > 0) rest = true;
    unit /= 10;
  }
  return at === 20 ? null : { ms: Math.round(ms), rest, length: at - 19 };
};

const offsetOf = (text: string, at: number): number | null => {
  const sign = text.charCodeAt(at);
  if (sign === 90 || sign === 122) return text.length === at + 1 ? 0 : null;
  if (sign !== 43 && sign !== 45) return null;
  const colon = text.charCodeAt(at + 3) === 58 ? 1 : 0;
  const length = text.length - at;
  if (length !== 3 && length !== 5 + colon) return null;
  const hours = digits(text, at + 1, 2);
  const minutes = length === 3 ? 0 : digits(text, at + 3 + colon, 2);
  if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 14 * 60) return null;
  return (sign === 43 ? 1 : -1) * (hours * HOUR + minutes * MINUTE);
};
