import { DAY, fromEpochDay, type Instant } from "@motcua/core";

/**
 * An instant in UTC with milliseconds, as xs:dateTime and ISO 8601 both write it: `2018-01-02T00:40:07.000Z`. Put together
 * from the days that a log keeps coming back to, in a quarter of the time of `toISOString`.
 */
export const isoUtc = (instant: Instant): string => {
  const day = Math.floor(instant / DAY);
  if (day < FIRST_DAY || day > LAST_DAY) return beyond(instant);
  const time = instant - day * DAY;
  const second = Math.floor(time / 1_000);
  const minute = Math.floor(second / 60);
  const hour = Math.floor(minute / 60);
  return `${fromEpochDay(day)}T${TWO[hour]}:${TWO[minute - hour * 60]}:${TWO[second - minute * 60]}.${THREE[time - second * 1_000]}Z`;
};

const digits = (length: number): ReadonlyArray<string> =>
  Array.from({ length: 10 ** length }, (_, n) => String(n).padStart(length, "0"));

const [TWO, THREE] = [digits(2), digits(3)];

/** 0001-01-01 and 9999-12-31. */
const [FIRST_DAY, LAST_DAY] = [-719_162, 2_932_896];

/** Beyond the years 0 to 9999 ISO 8601 writes six digits and a sign, and xs:dateTime no plus and no zero in front. */
const beyond = (instant: Instant): string => new Date(instant).toISOString().replace(/^\+?(-?)0*(?=\d{4})/, "$1");
