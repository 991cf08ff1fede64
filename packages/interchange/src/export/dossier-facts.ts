import type { Due, Instant, LocalDate } from "@motcua/core";
import type { DossierDraft } from "./dossier-draft.js";

type Text = string | null;

/** What is known of a dossier at the end of the log; nobody's name is among it. `null` where nothing says so. */
export interface DossierFacts {
  readonly code: Text;
  readonly status: Text;
  readonly centre: Text;
  readonly unit: Text;
  readonly agency: Text;
  readonly procedure: Text;
  readonly field: Text;
  readonly channel: Text;
  /** An opaque name for the applicant. */
  readonly subject: Text;
  readonly received: Instant | null;
  /** The date on the appointment receipt, and the one that the clock has moved it to: through a date, or up to an instant. */
  readonly promised: LocalDate | Instant | null;
  readonly due: LocalDate | Instant | null;
  readonly resolved: Instant | null;
  readonly outcome: Text;
  readonly returned: Instant | null;
}

/** The facts of a dossier; corrections are in them. */
export const dossierFacts = ({ state, reception }: DossierDraft): DossierFacts => ({
  code: state.code,
  status: state.status,
  centre: state.centre,
  unit: state.receivingUnit,
  agency: state.agency,
  procedure: state.procedure,
  field: reception.field,
  channel: reception.channel,
  subject: state.subjectRef,
  received: state.receivedAt,
  promised: dueOf(state.promisedDue),
  due: dueOf(state.due),
  resolved: state.resolved?.at ?? null,
  outcome: state.resolved?.outcome ?? null,
  returned: state.returnedAt,
});

const dueOf = (due: Due | null): LocalDate | Instant | null =>
  due === null ? null : due.kind === "date" ? due.date : due.instant;
