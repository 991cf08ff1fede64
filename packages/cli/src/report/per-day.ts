import type { PerDays } from "@motcua/core";
import { type Figure, figuresOf } from "./figure.js";

const figure = figuresOf<{ readonly perDay: PerDays }>();

/** The daily average, with each denominator beside it: an average without one says nothing. */
export const PER_DAY: ReadonlyArray<Figure<{ readonly perDay: PerDays }>> = [
  figure(
    "perDay.calendarDays.received",
    "days",
    "received a calendar day",
    "tiếp nhận mỗi ngày lịch",
    ({ perDay }) => perDay.calendarDays.received,
  ),
  figure(
    "perDay.calendarDays.days",
    "count",
    "calendar days",
    "số ngày lịch",
    ({ perDay }) => perDay.calendarDays.days,
  ),
  figure(
    "perDay.workingDays.received",
    "days",
    "received a working day",
    "tiếp nhận mỗi ngày làm việc",
    ({ perDay }) => perDay.workingDays?.received ?? null,
  ),
  figure(
    "perDay.workingDays.days",
    "count",
    "working days",
    "số ngày làm việc",
    ({ perDay }) => perDay.workingDays?.days ?? null,
  ),
  figure(
    "perDay.daysWithIntake.received",
    "days",
    "received a day with intake",
    "tiếp nhận mỗi ngày có tiếp nhận",
    ({ perDay }) => perDay.daysWithIntake.received,
  ),
  figure(
    "perDay.daysWithIntake.days",
    "count",
    "days with intake",
    "số ngày có tiếp nhận",
    ({ perDay }) => perDay.daysWithIntake.days,
  ),
];
