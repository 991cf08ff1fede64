import { overdueFrom } from "../calendar/due.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import type { Due } from "../time/term.js";
import type { DossierState } from "./state.js";

/** Of the promise and the date it was put off to the later: a clock that began anew may have moved past that date. */
export const bindingDue = (
  { zone }: Pick<WorkingCalendar, "zone">,
  { due, rescheduledDue }: Pick<DossierState, "due" | "rescheduledDue">,
): Due | null => {
  if (due === null || rescheduledDue === null) return due ?? rescheduledDue;
  return overdueFrom(zone, rescheduledDue) >= overdueFrom(zone, due) ? rescheduledDue : due;
};
