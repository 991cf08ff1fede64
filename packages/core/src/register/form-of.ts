import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { DossierEvent } from "../dossier/event.js";
import { evolve } from "../dossier/evolve.js";
import { lastOf } from "../dossier/last-of.js";
import { noDossier } from "../dossier/state.js";
import type { Instant } from "../time/instant.js";
import { localDateOf } from "../time/time-zone.js";
import { appointmentForm } from "./appointment-form.js";
import { controlSheetForm } from "./control-sheet-form.js";
import { type FormDetails, type FormFacts, nameOf } from "./form-details.js";
import type { FormBody, FormDocument } from "./form-document.js";
import { type FormEntry, type FormKind, type FormRef, type FormRegulation, formEntry, formFor } from "./forms.js";
import { apologyForm, refusalForm, stopForm, supplementForm } from "./letters.js";

/** The circular has no form of that number. */
export interface FormUnknown {
  readonly code: "FormUnknown";
  readonly form: FormRef;
}

/** Nothing has happened to the dossier that this form tells of. */
export interface FormNotIssued {
  readonly code: "FormNotIssued";
  readonly form: FormRef;
}

/** The form is a book of many dossiers: see `registerForm`. */
export interface FormIsABook {
  readonly code: "FormIsABook";
  readonly form: FormRef;
}

/** Why a form cannot be written. */
export type FormError = FormUnknown | FormNotIssued | FormIsABook;

/** A form that a dossier has, and when it got it. */
export interface IssuedForm extends FormEntry {
  readonly issuedAt: Instant;
}

/**
 * A form of a dossier, filled in from its history. Where a form was issued more than once it is the last; a history that
 * is cut off at an instant gives the form as it was then.
 *
 * @param history  the dossier's events in the order of their stream
 * @param form     which form, by circular and number
 * @param details  what the events do not hold; personal texts come in only here, already opened
 *
 * @example
 * formOf(history, { regulation: "TT-01-2018", number: "01" }, { zone: HO_CHI_MINH, people })
 */
export const formOf = (
  history: ReadonlyArray<DossierEvent>,
  { regulation, number }: FormRef,
  details: FormDetails,
): Either<FormError, FormDocument> => {
  const form: FormRef = { regulation, number };
  const entry = formEntry(form);
  if (entry === undefined) return left({ code: "FormUnknown", form });
  if (entry.kind === "register") return left({ code: "FormIsABook", form });
  const issuing = history.findLast((event) => issuedBy(event).some(({ kind }) => kind === entry.kind));
  const issued = issuing && issuedBy(issuing).find(({ kind }) => kind === entry.kind);
  if (issuing === undefined || issued === undefined) return left({ code: "FormNotIssued", form });
  const state = history.reduce(evolve, noDossier);
  const facts: FormFacts = { history, state, received: lastOf(history, "DossierReceived"), details };
  return right({
    ...entry,
    code: state.code,
    issuer: nameOf(details, state.centre),
    issuedOn: localDateOf(details.zone, issuing.occurredAt),
    ...issued.write(facts),
  });
};

/** The forms that a dossier has so far under a circular, in the order in which they were issued. */
export const formsOf = (history: ReadonlyArray<DossierEvent>, regulation: FormRegulation): ReadonlyArray<IssuedForm> =>
  history.flatMap((event) =>
    issuedBy(event).flatMap(({ kind }) => {
      const entry = formFor(regulation, kind);
      return entry === undefined ? [] : [{ ...entry, issuedAt: event.occurredAt }];
    }),
  );

interface Issued {
  readonly kind: FormKind;
  readonly write: (facts: FormFacts) => FormBody;
}

/** Which forms an event brings with it. The register has a line of every dossier and is not among them. */
const issuedBy = (event: DossierEvent): ReadonlyArray<Issued> => {
  switch (event.type) {
    case "DossierReceived":
      return [
        { kind: "appointment", write: appointmentForm },
        { kind: "controlSheet", write: controlSheetForm },
      ];
    case "IntakeSupplementRequested":
    case "SupplementRequested":
      return [{ kind: "supplement", write: (facts) => supplementForm(facts, event) }];
    case "IntakeRefused":
      return [{ kind: "refusal", write: (facts) => refusalForm(facts, event) }];
    case "DossierResolved":
      return event.data.outcome === "refused" ? [{ kind: "refusal", write: (facts) => refusalForm(facts, event) }] : [];
    case "ApologyIssued":
      return [{ kind: "apology", write: (facts) => apologyForm(facts, event) }];
    case "ProcessingStopped":
    case "SupplementExpired":
      return [{ kind: "stop", write: (facts) => stopForm(facts, event) }];
    default:
      return [];
  }
};
