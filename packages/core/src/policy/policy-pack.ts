import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { LocalDate } from "../time/local-date.js";
import { inForceOn } from "./in-force.js";

/**
 * The rules of one regime, as data with its citations. A dossier keeps the pack under which it was received, whatever
 * the law says later (NĐ 61/2018, Đ39).
 */
export interface PolicyPack {
  readonly id: string;
  /** First local date on which dossiers are received under it. */
  readonly effectiveFrom: LocalDate;
  readonly supplement: {
    /** How often a supplement may be requested. */
    readonly max: number;
    /** Working days from reception within which it is to be requested. */
    readonly noticeWithin: number;
    readonly clock: SupplementClock;
    /** Working days that the applicant has to hand it in; `null` where the regime sets none. */
    readonly waitDays: number | null;
    /** Whether a supplement asked for before reception counts towards `max`. */
    readonly countsIntake: boolean;
  };
  readonly reschedule: {
    /** How often the date may be put off. */
    readonly max: number;
    /** Days before the due date by which the applicant must have been told. */
    readonly noticeBefore: number;
  };
  /** Minutes since local midnight; what is received later is handed over on the next working day. */
  readonly handOverCutoff: number;
  /** What is written on which form. A number says nothing without its regulation: "form 05" has changed its meaning. */
  readonly forms: ReadonlyArray<FormInForce>;
  readonly basis: ReadonlyArray<string>;
  /** What is not known of the regime, and what has been taken in its place. */
  readonly gaps: ReadonlyArray<string>;
}

/**
 * What the clock does about a supplement.
 *
 * - `restart`: it stands still, and the whole term begins anew when all has been handed in (NĐ 61/2018, Đ19.4)
 * - `pause`: it stands still, and what was left of the term runs on
 * - `extend`: it runs on, so that the date may pass while one waits; the wait is added when all has been handed in
 *
 * No regime that is loaded has the latter two: they are met in systems elsewhere, which either stop the clock or add the
 * working time of waiting to the date.
 */
export type SupplementClock = "restart" | "extend" | "pause";

/** What a form is for. */
export type FormPurpose = "appointment" | "supplement" | "refusal" | "apology" | "stop" | "processControl" | "register";

/** A form by its regulation and number, never by the number alone. */
export interface FormInForce {
  readonly purpose: FormPurpose;
  /** Such as `TT-01-2018`. */
  readonly regulation: string;
  readonly number: string;
  /** First local date on which it is written. */
  readonly from: LocalDate;
}

/** No pack is in force on the day of reception. */
export interface PolicyMissing {
  readonly code: "PolicyMissing";
  readonly date: LocalDate;
}

/** The form that a regime has for a purpose on a date: the latest that has begun, or `null` where it names none. */
export const formInForce = ({ forms }: PolicyPack, purpose: FormPurpose, date: LocalDate): FormInForce | null =>
  forms
    .filter((form) => form.purpose === purpose && form.from <= date)
    .reduce<FormInForce | null>((best, form) => (best === null || form.from > best.from ? form : best), null);

/** The pack in force on a date: the latest that has begun. */
export const policyOn = (policies: ReadonlyArray<PolicyPack>, date: LocalDate): Either<PolicyMissing, PolicyPack> => {
  const latest = inForceOn(policies, date);
  return latest === undefined ? left({ code: "PolicyMissing", date }) : right(latest);
};
