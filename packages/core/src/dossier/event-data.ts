import * as t from "io-ts/lib/index.js";
import { DeadlineStage, DossierDeadline } from "../deadline/vocabulary.js";
import { shape } from "../event/shape.js";
import { Amount } from "../money/amount.js";
import { PersonalCodec } from "../personal/personal.js";
import { DueCodec, InstantCodec, TermCodec, WholeNumber } from "../time/term.js";
import { Actor, Role } from "./role.js";
import { Channel, DeliveryMethod, Level, Outcome, ProcedureRef, SourceAttributes, Violation } from "./vocabulary.js";

const violations = { violations: t.readonlyArray(Violation) };
/** A clock that runs again: the date it now leads to travels with the fact. Absent where there never was a term. */
const newDue = { due: DueCodec };

/** The applicant filed online; the centre has not taken it in yet. */
export const DossierSubmitted = shape(
  { subjectRef: t.string, procedure: t.string, centre: t.string, channel: Channel },
  { submitterRef: t.string, applicant: PersonalCodec },
);

/** Before reception: what is missing was told to the applicant (form 02). The main clock has not started. */
export const IntakeSupplementRequested = shape({ items: t.readonlyArray(t.string) }, { note: PersonalCodec });

/** Before reception: not taken in, with reasons (form 03). Counts in no figure. */
export const IntakeRefused = shape({ reasons: t.readonlyArray(t.string) }, { note: PersonalCodec });

/** Taken in: the clock starts, and this is what was promised and by which rules. */
export const DossierReceived = shape(
  {
    subjectRef: t.string,
    centre: t.string,
    /** The unit at whose counter it was handed in. */
    unit: t.string,
    /** The agency that is to decide it. */
    agency: t.string,
    procedure: ProcedureRef,
    channel: Channel,
  },
  {
    code: t.string,
    submitterRef: t.string,
    applicant: PersonalCodec,
    receivedBy: t.string,
    deliveryMethod: DeliveryMethod,
    /** The term that the law sets. */
    legalTerm: TermCodec,
    /** The shorter term that the centre has announced. */
    committedTerm: TermCodec,
    /** The date on the appointment receipt (form 01). Absent where an imported dossier has none. */
    promisedDue: DueCodec,
    /** Until when it must have been handed over to the agency. */
    handOverBy: InstantCodec,
    /** What the promise was computed from. */
    calendar: t.readonly(t.type({ id: t.string, version: t.string })),
    policy: t.string,
    /** The unit at which the applicant gets the result, where it is another. */
    deliveringUnit: t.string,
    /** Originals that have to be given back. */
    originals: t.readonlyArray(t.string),
    /** A procedure with an immediate result; without an appointment receipt unless `receiptAskedFor` (Đ17.4). */
    immediate: t.boolean,
    receiptAskedFor: t.boolean,
    /** The one-stop's staff may decide it on the day itself (Đ17.5). */
    delegated: t.boolean,
    /** The channel in the words of an imported log. */
    sourceChannel: t.string,
    source: t.readonly(t.type({ log: t.string, attributes: SourceAttributes })),
  },
);

/** Handed over by the one-stop to the agency that decides (a row of the control sheet). */
export const DossierForwarded = shape(
  { from: t.string, to: t.string },
  { vouchers: t.readonlyArray(t.string), ...violations },
);

/** Passed from one agency to another, at times through the other's one-stop, which then has to hand it over in time. */
export const DossierTransferred = shape(
  { from: t.string, to: t.string },
  {
    reason: t.string,
    via: t.string,
    level: Level,
    handOverBy: InstantCodec,
    vouchers: t.readonlyArray(t.string),
    ...violations,
  },
);

/** `due` is until when this handler is to have done it, apart from when the dossier is due. */
export const HandlerAssigned = shape({ handler: t.string, agency: t.string }, { due: DueCodec });

/** After appraisal: something is missing. The clock stops (NĐ 61/2018, Đ19.4), unless it is said to run on. */
export const SupplementRequested = shape(
  { items: t.readonlyArray(t.string) },
  { note: PersonalCodec, clock: t.literal("runs"), waitUntil: DueCodec, ...violations },
);

/** All that was missing is here: the clock runs again, towards this date. */
export const SupplementReceived = shape({ clock: t.keyof({ restart: null, extend: null, pause: null }) }, newDue);

/** The applicant did not hand in what was missing. */
export const SupplementExpired = shape({}, { until: DueCodec, by: Actor });

/** Fees or taxes are to be paid first; the clock waits. */
export const FinancialObligationNotified = shape({ amounts: t.readonlyArray(Amount) }, {});

export const FinancialObligationSettled = shape({}, { receipt: t.string, ...newDue });

export const DossierWithdrawn = shape({}, { reason: t.string, note: PersonalCodec });

export const ProcessingStopped = shape({ reason: t.string }, { note: PersonalCodec });

export const ProcessingResumed = shape({}, newDue);

/** The agency has decided: the instant that the due date is compared with. */
export const DossierResolved = shape(
  { outcome: Outcome },
  { reasons: t.readonlyArray(t.string), note: PersonalCodec, by: Actor, ...violations },
);

/** The notice that this due date has passed, at most one for each. Being overdue follows from time, not from this. */
export const DossierOverdue = shape({ due: DueCodec, noticedAt: InstantCodec }, {});

/**
 * Somebody was warned of a date that is near or has passed: at most once for each date, reason and person. `of` says whose
 * it is, where there may be several.
 */
export const DeadlineNoticed = shape(
  { deadline: DossierDeadline, stage: DeadlineStage, to: Role, due: DueCodec, noticedAt: InstantCodec },
  { of: t.string, by: Actor },
);

/** The apology to the applicant, with its reason: for a late result (form 04), or for papers lost or damaged (Đ21). */
export const ApologyIssued = shape(
  { reason: t.string },
  { kind: t.keyof({ delay: null, loss: null }), note: PersonalCodec, ...violations },
);

/** A new date in place of the promised one, which is kept for every figure that speaks of promises. */
export const DueDateRescheduled = shape({ from: DueCodec, to: DueCodec, reason: t.string }, {});

export const ResultReturned = shape(
  { method: DeliveryMethod },
  { returnedBy: t.string, unit: t.string, ...violations },
);

/** How satisfied the applicant was, from 1 (worst) to `scale`, and with what: staff attitude, the whole, … */
export const SatisfactionRated = shape({ score: WholeNumber, scale: WholeNumber, aspect: t.string }, {});

/** One line of a legacy log, kept whether or not motcua has a name for what it says. */
export const SourceEventRecorded = shape(
  { log: t.string, ordinal: WholeNumber, activity: t.string, attributes: SourceAttributes },
  { handler: t.string, unit: t.string },
);
