import fc from "fast-check";
import { isRight } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import {
  addWorkingDays,
  fromEpochDay,
  isWorkingDay,
  type LocalDate,
  toEpochDay,
  VIETNAM,
  workingDayBefore,
} from "../../src/index.js";
import { runs } from "../support/tier.js";

const before = (date: LocalDate, n: number) => {
  const day = workingDayBefore(VIETNAM)(toEpochDay(date), n);
  return isRight(day) ? fromEpochDay(day.right) : day.left.code;
};

it("the working day before leaves out weekends and Tết", () => {
  expect(before("2018-07-09", 1)).toBe("2018-07-06");
  expect(before("2018-07-09", 2)).toBe("2018-07-05");
  expect(before("2018-02-21", 1)).toBe("2018-02-13");
});

it("so many working days before, and as many after that, is the same working day", () => {
  const { first, last } = VIETNAM.index;
  fc.assert(
    fc.property(fc.integer({ min: first + 60, max: last }), fc.integer({ min: 1, max: 20 }), (day, n) => {
      fc.pre(isWorkingDay(VIETNAM, day));
      const earlier = workingDayBefore(VIETNAM)(day, n);
      if (!isRight(earlier)) throw new Error(earlier.left.code);
      expect(addWorkingDays(VIETNAM)(earlier.right, n)).toEqual({ _tag: "Right", right: day });
    }),
    runs(300),
  );
});

it("before the calendar begins there is none", () => {
  expect(before(fromEpochDay(VIETNAM.index.first), 1)).toBe("CalendarYearMissing");
  expect(before("1970-01-05", 1)).toBe("CalendarYearMissing");
});
