export { DAY, HOUR, type Instant, MINUTE, SECOND } from "./instant.js";
export { dayOfWeek, type EpochDay, fromEpochDay, isLocalDate, type LocalDate, toEpochDay } from "./local-date.js";
export { isQuarter, type Quarter, type QuarterDays, quarterDays, quarterOf, quartersBetween } from "./quarter.js";
export { type Due, formatTerm, parseTerm, type Term } from "./term.js";
export type { TermRefused } from "./term-refused.js";
export {
  fixedZone,
  formatInstant,
  HO_CHI_MINH,
  instantAt,
  localDateOf,
  localDayOf,
  startOfDay,
  type TimeZone,
  type TimeZoneUnknown,
  timeOfDay,
  timeZone,
} from "./time-zone.js";
export type { Dated, EffectiveDateRefused, Timeline } from "./valid-time.js";
