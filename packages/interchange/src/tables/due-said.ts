import type { RecordedEvent } from "@motcua/event-store";
import { objectAt, textAt } from "../export/activity.js";

/** Until when something is due: through a local date, or up to an instant. */
export interface DueSaid {
  readonly date: string | null;
  readonly instant: number | null;
}

/** The date that an event says: what was promised at reception, what it was moved to, corrected to, or is about. */
export const dueSaidBy = ({ type, data }: Pick<RecordedEvent, "type" | "data">): DueSaid => {
  const due = correctedDue(data) ?? objectAt(data, MEMBERS.get(type) ?? "due");
  if (due === null) return NONE;
  const { instant } = due as { readonly instant?: unknown };
  return { date: textAt(due, "date"), instant: typeof instant === "number" ? instant : null };
};

const MEMBERS: ReadonlyMap<string, string> = new Map([
  ["DossierReceived", "promisedDue"],
  ["DeadlineExtended", "to"],
  ["DueDateRescheduled", "to"],
]);

const correctedDue = (data: object): object | null => {
  const correction = objectAt(data, "correction");
  return correction !== null && textAt(correction, "field") === "promisedDue" ? objectAt(correction, "to") : null;
};

const NONE: DueSaid = { date: null, instant: null };
