import { fromEpochDay, type LocalDate } from "../time/local-date.js";
import { localDayOf } from "../time/time-zone.js";
import type { ReportQuery, Span } from "./span.js";

/**
 * The local date of a report on what stands, not on what happened: the last day of its period. An asked-for "as of" cuts
 * the period; the last event of a quiet catalogue does not, because what it says holds on.
 */
export const catalogueDate = ({ zone, asOf }: ReportQuery, { end }: Span): LocalDate =>
  fromEpochDay(asOf === undefined ? end - 1 : Math.min(end - 1, localDayOf(zone, asOf)));
