import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { ProcedureRef } from "../dossier/vocabulary.js";
import type { LocalDate } from "../time/local-date.js";
import type { Term } from "../time/term.js";
import type { ProcedureNotInForce, ProcedureUnknown } from "./error.js";
import { procedureOn } from "./procedure-on.js";
import type { ProcedureState } from "./state.js";

/** What the command `receive` of a dossier needs from the catalogue. */
export interface ReceptionTerms {
  /** The version that the dossier keeps, whatever is published later. */
  readonly procedure: ProcedureRef;
  readonly agency: string;
  readonly legalTerm: Term;
  /** The announced term; none at all, in days, where the result is promised for the same day. */
  readonly committedTerm?: Term;
}

/**
 * By which version and terms a dossier is received on a local date.
 *
 * @returns `ProcedureUnknown` where no version was ever published, `ProcedureNotInForce` before the first and after the
 *          repeal
 */
export const receptionUnder = (
  state: ProcedureState,
  date: LocalDate,
): Either<ProcedureUnknown | ProcedureNotInForce, ReceptionTerms> => {
  const { standing, version, committedTerm, sameDay } = procedureOn(state, date);
  if (standing === "unknown") return left({ code: "ProcedureUnknown" });
  if (standing !== "inForce" || version === null) return left(notInForce(state, date));
  const { code, field, agency, legalTerm } = version;
  const announced = (sameDay ? sameDayTerm(legalTerm) : null) ?? committedTerm;
  return right({
    procedure: { code, version: version.version, field },
    agency,
    legalTerm,
    ...(announced && { committedTerm: announced }),
  });
};

/**
 * No regulation defines the clock of a same-day result: the promise is the day of reception itself. A term in hours is
 * short enough as it is, and none of it would have passed already.
 */
const sameDayTerm = ({ unit }: Term): Term | null => (unit === "workingHour" ? null : { unit, amount: 0 });

/** Says why nothing can be done under a procedure on a date. */
export const notInForce = (state: ProcedureState, date: LocalDate): ProcedureNotInForce => ({
  code: "ProcedureNotInForce",
  procedure: state.code ?? "",
  date,
  standing: procedureOn(state, date).standing === "repealed" ? "repealed" : "notYet",
});
