import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import { formatInstant, type TimeZone } from "../time/time-zone.js";

/** An instant as the portal writes it: `yyyyMMddHHmmss`, local time; the empty string for none. */
export const portalTime = (zone: TimeZone, instant: Instant | null | undefined): string =>
  instant === null || instant === undefined ? "" : formatInstant(zone, instant).slice(0, 19).replace(/\D/g, "");

/** A due date as the portal writes it. A date lasts until 24:00 of it, so it is written as its last second. */
export const portalDue = (zone: TimeZone, due: Due | null | undefined): string => {
  if (due === null || due === undefined) return "";
  return due.kind === "instant" ? portalTime(zone, due.instant) : `${due.date.replaceAll("-", "")}235959`;
};
