import { getOrElse } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { isWorkingDay, type WorkingCalendar } from "../calendar/working-calendar.js";
import { addWorkingDays } from "../calendar/working-time.js";
import { type Instant, MINUTE } from "../time/instant.js";
import { instantAt, localDayOf, timeOfDay } from "../time/time-zone.js";
import type { SendingHours } from "./message-policy.js";

/**
 * The first instant from then on at which people may be written to. Where the calendar does not reach so far, every day is
 * taken for a working day.
 *
 * @example
 * sendingTime(calendar, { from: 420, to: 1200, days: "every" })(vn("2018-07-09T22:15")) // 2018-07-10T07:00
 */
export const sendingTime =
  (calendar: WorkingCalendar, { from, to, days }: SendingHours) =>
  (at: Instant): Instant => {
    const { zone } = calendar;
    const time = timeOfDay(zone, at);
    const today = localDayOf(zone, at);
    const day = time >= to * MINUTE ? today + 1 : today;
    const open = days === "every" || isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
    return open === today && time >= from * MINUTE ? at : instantAt(zone, open, from * MINUTE);
  };

const nextWorkingDay = (calendar: WorkingCalendar, day: number): number =>
  pipe(
    addWorkingDays(calendar)(day, 0),
    getOrElse(() => day),
  );
