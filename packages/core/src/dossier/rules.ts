import type { WorkingCalendar } from "../calendar/working-calendar.js";
import type { PolicyPack } from "../policy/policy-pack.js";

/** What decisions are made by, besides the dossier itself: both are data, given from outside. */
export interface Rules {
  readonly calendar: WorkingCalendar;
  /** Every regime that may be needed: the one in force at reception stays with a dossier. */
  readonly policies: ReadonlyArray<PolicyPack>;
}
