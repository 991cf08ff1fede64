import { isPast } from "../calendar/due.js";
import type { Instant } from "../time/instant.js";
import { toEpochDay } from "../time/local-date.js";
import type { Due } from "../time/term.js";
import { localDayOf, startOfDay, type TimeZone } from "../time/time-zone.js";

/**
 * What is compared: local dates, instants, or each due date in its own kind (`auto`): by local date for a term in days,
 * by instant for a term in hours or a due instant that was imported.
 */
export type OnTimeBy = "auto" | "instant" | "date";

export type Punctuality = "early" | "onTime" | "late";

/**
 * Whether something finished at `instant` kept its due date. Early is known by dates only: it finished on an earlier
 * local date than the due one.
 */
export const punctuality = (zone: TimeZone, by: OnTimeBy, due: Due, instant: Instant): Punctuality => {
  const compared = by === "auto" ? due.kind : by;
  if (compared === "instant") return isLateByInstant(zone, due, instant) ? "late" : "onTime";
  const dueDay = due.kind === "date" ? toEpochDay(due.date) : localDayOf(zone, due.instant);
  const day = localDayOf(zone, instant);
  return day < dueDay ? "early" : day === dueDay ? "onTime" : "late";
};

const isLateByInstant = (zone: TimeZone, due: Due, instant: Instant): boolean =>
  due.kind === "instant" ? isPast(zone, due, instant) : instant >= startOfDay(zone, toEpochDay(due.date) + 1);
