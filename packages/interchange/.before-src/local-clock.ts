import { type Either, left, right } from "fp-ts/lib/Either.js";
import { type Doubt, quoted } from "./fault.js";

const DAY = 86_400_000;

/** Reads wall-clock times of one zone. */
export interface LocalClock {
  readonly timeZone: string;
  /**
   * The instant at which clocks of the zone show this wall time (given as if it were UTC). Where clocks show it twice,
   * in autumn, the first; where they jump over it, in spring, `null`.
   */
  readonly instantOf: (wall: number) => number | null;
}

/**
 * A clock for an IANA zone, from the rules that the runtime carries.
 *
 * @example
 * localClock("Asia/Ho_Chi_Minh"); // right(clock)
 */
export const localClock = (timeZone: string): Either<Doubt, LocalClock> => {
  const format = formatOf(timeZone);
  if (format === null) return left({ expected: "an IANA time zone, as Asia/Ho_Chi_Minh", found: quoted(timeZone) });
  const offsetAt = cachedByDay((instant) => wallTime(format, instant) - instant);
  const instantOf = (wall: number): number | null => {
    const before = offsetAt(wall - DAY);
    const after = offsetAt(wall + DAY);
    const early = wall - Math.max(before, after);
    if (offsetAt(early) === wall - early) return early;
    const late = wall - Math.min(before, after);
    return offsetAt(late) === wall - late ? late : null;
  };
  return right({ timeZone, instantOf });
};

const formatOf = (timeZone: string): Intl.DateTimeFormat | null => {
  try {
    const two = "2-digit";
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    });
  } catch {
    return null; // the constructor throws for a zone it does not know
  }
};

/** What clocks show, as if it were UTC. */
const wallTime = (format: Intl.DateTimeFormat, instant: number): number => {
  const second = Math.floor(instant / 1000) * 1000;
  const parts = new Map(format.formatToParts(second).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = new Date(0);
  shown.setUTCFullYear(part("year"), part("month") - 1, part("day"));
  shown.setUTCHours(part("hour"), part("minute"), part("second"));
  return shown.getTime() + (instant - second);
};

/** Formatting costs microseconds; a UTC day that begins and ends with one offset has that offset throughout. */
const cachedByDay = (offsetAt: (instant: number) => number): ((instant: number) => number) => {
  const days = new Map<number, number | null>();
  return (instant) => {
    const day = Math.floor(instant / DAY);
    const known = days.get(day);
    if (known !== undefined) return known ?? offsetAt(instant);
    const first = offsetAt(day * DAY);
    const offset = first === offsetAt((day + 1) * DAY) ? first : null;
    if (days.size >= 10_000) days.clear();
    days.set(day, offset);
    return offset ?? offsetAt(instant);
  };
};
