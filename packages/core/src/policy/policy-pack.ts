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
    /** What the clock does when all has been handed in: the whole term anew, or the time of waiting added. */
    readonly clock: "restart" | "extend";
  };
  readonly reschedule: {
    /** How often the date may be put off. */
    readonly max: number;
    /** Days before the due date by which the applicant must have been told. */
    readonly noticeBefore: number;
  };
  /** Minutes since local midnight; what is received later is handed over on the next working day. */
  readonly handOverCutoff: number;
  readonly basis: ReadonlyArray<string>;
}

/** No pack is in force on the day of reception. */
export interface PolicyMissing {
  readonly code: "PolicyMissing";
  readonly date: LocalDate;
}

/** The pack in force on a date: the latest that has begun. */
export const policyOn = (policies: ReadonlyArray<PolicyPack>, date: LocalDate): Either<PolicyMissing, PolicyPack> => {
  const latest = inForceOn(policies, date);
  return latest === undefined ? left({ code: "PolicyMissing", date }) : right(latest);
};
