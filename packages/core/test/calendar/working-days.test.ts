import { anyInstant } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  addWorkingTime,
  type Instant,
  isWorkingDay,
  localDayOf,
  MINUTE,
  OFFICE_HOURS,
  timeOfDay,
  VIETNAM,
  workingDaysBetween,
  workingTimeBetween,
} from "../../src/index.js";
import { rightOf } from "../support/either.js";
import { runs } from "../support/tier.js";

const dayIn = (instant: Instant) => localDayOf(VIETNAM.zone, instant);
const days = anyInstant().map(dayIn);

/** A day after the other, as a clerk would count on the wall calendar. */
const counted = (day: number, n: number): number => {
  let left = n;
  let at = day;
  if (n === 0) while (!isWorkingDay(VIETNAM, at)) at++;
  while (left > 0) {
    at++;
    if (isWorkingDay(VIETNAM, at)) left--;
  }
  return at;
};

describe("one look-up gives what counting day by day gives", () => {
  it("adding working days", () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 120 }), (day, n) => {
        expect(rightOf(addWorkingDays(VIETNAM)(day, n))).toBe(counted(day, n));
      }),
      runs(500),
    );
  });

  it("counting working days", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -20, max: 200 }), (day, length) => {
        let expected = 0;
        for (let d = day + 1; d <= day + length; d++) if (isWorkingDay(VIETNAM, d)) expected++;
        expect(rightOf(workingDaysBetween(VIETNAM)(day, day + length))).toBe(expected);
      }),
      runs(500),
    );
  });

  it("measuring working time, minute by minute", () => {
    const isWorked = (at: Instant) => {
      const minute = timeOfDay(VIETNAM.zone, at) / MINUTE;
      return isWorkingDay(VIETNAM, dayIn(at)) && OFFICE_HOURS.some(({ from, to }) => minute >= from && minute < to);
    };
    fc.assert(
      fc.property(anyInstant(), fc.nat({ max: 5 * 1_440 }), (drawn, minutes) => {
        const from = Math.floor(drawn / MINUTE) * MINUTE;
        let expected = 0;
        for (let n = 0; n < minutes; n++) if (isWorked(from + n * MINUTE)) expected += MINUTE;
        expect(rightOf(workingTimeBetween(VIETNAM)(from, from + minutes * MINUTE))).toBe(expected);
      }),
      runs(60),
    );
  });
});

describe("laws of working time", () => {
  const spans = fc.integer({ min: 0, max: 40 * 8 * 60 * MINUTE });

  it("none added is where it started", () => {
    fc.assert(
      fc.property(anyInstant(), (t) => {
        expect(rightOf(addWorkingTime(VIETNAM)(t, 0))).toBe(t);
      }),
      runs(100),
    );
  });

  it("a, then b, is a + b", () => {
    fc.assert(
      fc.property(anyInstant(), spans, spans, (t, a, b) => {
        const add = (from: Instant, length: number) => rightOf(addWorkingTime(VIETNAM)(from, length));
        expect(add(add(t, a), b)).toBe(add(t, a + b));
      }),
      runs(500),
    );
  });

  it("what was added can be measured", () => {
    fc.assert(
      fc.property(anyInstant(), spans, (t, length) => {
        const end = rightOf(addWorkingTime(VIETNAM)(t, length));
        expect(rightOf(workingTimeBetween(VIETNAM)(t, end))).toBe(length);
      }),
      runs(500),
    );
  });

  it("it is the first such instant: a millisecond earlier not all of it has passed", () => {
    fc.assert(
      fc.property(
        anyInstant(),
        spans.filter((length) => length > 0),
        (t, length) => {
          const end = rightOf(addWorkingTime(VIETNAM)(t, length));
          expect(rightOf(workingTimeBetween(VIETNAM)(t, end - 1))).toBe(length - 1);
        },
      ),
      runs(300),
    );
  });
});
