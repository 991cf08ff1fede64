import { type Either, left, right } from "fp-ts/lib/Either.js";
import { DAY, type Instant, MINUTE, SECOND } from "./instant.js";
import { type EpochDay, fromEpochDay, type LocalDate } from "./local-date.js";

/** How the clocks of one place follow from instants, by the IANA data that the JavaScript engine brings. */
export interface TimeZone {
  readonly name: string;
  /** Local time minus UTC, in milliseconds. */
  readonly offsetAt: (instant: Instant) => number;
}

export interface TimeZoneUnknown {
  readonly code: "TimeZoneUnknown";
  readonly name: string;
}

/**
 * The time zone of an IANA name.
 *
 * @example
 * timeZone("Asia/Ho_Chi_Minh") // right: always 7 hours ahead of UTC since 1975
 */
export const timeZone = (name: string): Either<TimeZoneUnknown, TimeZone> => {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
    return right({ name, offsetAt: remembering((instant) => askedOffset(format, instant)) });
  } catch {
    return left({ code: "TimeZoneUnknown", name });
  }
};

/** A zone whose clocks never change, such as UTC: `fixedZone("UTC", 0)`. */
export const fixedZone = (name: string, offset: number): TimeZone => ({ name, offsetAt: () => offset });

/** Vietnam: UTC+7 without summer time since 13 June 1975 (Decision 121-CP of 1967 for the north). */
export const HO_CHI_MINH: TimeZone = fixedZone("Asia/Ho_Chi_Minh", 7 * 60 * MINUTE);

export const localDayOf = (zone: TimeZone, instant: Instant): EpochDay =>
  Math.floor((instant + zone.offsetAt(instant)) / DAY);

export const localDateOf = (zone: TimeZone, instant: Instant): LocalDate => fromEpochDay(localDayOf(zone, instant));

/** Milliseconds on the wall clock since local midnight. */
export const timeOfDay = (zone: TimeZone, instant: Instant): number => {
  const local = instant + zone.offsetAt(instant);
  return local - Math.floor(local / DAY) * DAY;
};

/**
 * The instant at which the wall clock shows this time of this day. Of two such instants (clocks set back) the first;
 * where there is none (clocks set forward) the instant as far after the change as the time lies in the gap.
 */
export const instantAt = (zone: TimeZone, day: EpochDay, time: number): Instant => {
  const local = day * DAY + time;
  const before = local - zone.offsetAt(local - DAY);
  if (before + zone.offsetAt(before) === local) return before;
  const after = local - zone.offsetAt(local + DAY);
  return after + zone.offsetAt(after) === local ? after : before;
};

/** First instant of a local day. */
export const startOfDay = (zone: TimeZone, day: EpochDay): Instant => instantAt(zone, day, 0);

/** An instant as ISO 8601 with milliseconds and the offset of the zone: `2012-01-23T15:42:54.644+01:00`. */
export const formatInstant = (zone: TimeZone, instant: Instant): string => {
  const offset = zone.offsetAt(instant);
  const wall = new Date(instant + offset).toISOString().slice(0, -1);
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${wall}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

const askedOffset = (format: Intl.DateTimeFormat, instant: Instant): number => {
  const name = format.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "";
  const match = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
  if (match === null) return 0;
  const [, sign, hours, minutes, seconds = 0] = match;
  return (sign === "-" ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * SECOND);
};

interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: number;
}

/** Asking Intl costs microseconds; between two changes of the clocks the answer stays the same. */
const remembering = (ask: (instant: Instant) => number): ((instant: Instant) => number) => {
  const years = new Map<number, ReadonlyArray<Stretch>>();
  let last: Stretch = { from: 0, to: 0, offset: 0 };
  return (instant) => {
    if (instant >= last.from && instant < last.to) return last.offset;
    const year = new Date(instant).getUTCFullYear();
    const stretches = years.get(year) ?? stretchesOf(year, ask);
    years.set(year, stretches);
    last = stretches.find(({ from, to }) => instant >= from && instant < to) ?? last;
    return last.offset;
  };
};

/** No zone has changed its clocks twice within a week, so weekly samples find every change. */
const stretchesOf = (year: number, ask: (instant: Instant) => number): ReadonlyArray<Stretch> => {
  const end = newYear(year + 1);
  const stretches: Stretch[] = [];
  let from = newYear(year);
  let offset = ask(from);
  for (let sample = from; sample < end; ) {
    const next = Math.min(sample + 7 * DAY, end);
    if (ask(next) !== offset) {
      const change = changeBetween(sample, next, offset, ask);
      stretches.push({ from, to: change, offset });
      from = change;
      offset = ask(change);
    }
    sample = next;
  }
  return [...stretches, { from, to: end, offset }];
};

/** `Date.UTC` would take the years 0 to 99 for 1900 to 1999. */
const newYear = (year: number): Instant => new Date(0).setUTCFullYear(year, 0, 1);

const changeBetween = (before: Instant, after: Instant, offset: number, ask: (instant: Instant) => number): Instant => {
  let [low, high] = [before, after];
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
    if (middle === low) break;
    if (ask(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
};
