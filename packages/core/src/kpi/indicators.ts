import type { Instant } from "../time/instant.js";
import type { TimeZone } from "../time/time-zone.js";
import type { OnTimeBy } from "./punctuality.js";

/** A period from an instant up to but without another, seen as of an instant. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
  /** Nothing that happened later is known. What is in progress is judged at the end of the period or now, the earlier. */
  readonly asOf: Instant;
}

export interface Measure {
  readonly zone: TimeZone;
  readonly onTimeBy: OnTimeBy;
}

/**
 * The volumes and rates of a set of dossiers over a period.
 *
 * `carriedOver + received + resumed = resolved.total + withdrawn + stopped + inProgress.total`
 *
 * Rates are `null` where their denominator is zero, never 0 or 1:
 * - `onTimeOfResolved` = (early + onTime) / (early + onTime + late), resolved dossiers with a due date
 * - `onTimeOfReceived` = (early + onTime) / (carriedOver + received + resumed) (NĐ 61/2018, Đ30.2c)
 * - `onTimeOfHandled`  = (early + onTime + withinTerm) / (early + onTime + late + withinTerm + overdue) (QĐ 766/QĐ-TTg)
 */
export interface Indicators {
  readonly received: number;
  /** Received before the period and still open when it began. */
  readonly carriedOver: number;
  /** Had been stopped when the period began, and were taken up again within it. */
  readonly resumed: number;
  readonly resolved: {
    readonly total: number;
    readonly early: number;
    readonly onTime: number;
    readonly late: number;
    readonly noDeadline: number;
  };
  readonly withdrawn: number;
  readonly stopped: number;
  readonly inProgress: {
    readonly total: number;
    readonly withinTerm: number;
    readonly overdue: number;
    readonly noDeadline: number;
  };
  readonly rates: {
    readonly onTimeOfResolved: number | null;
    readonly onTimeOfReceived: number | null;
    readonly onTimeOfHandled: number | null;
  };
  /** From reception to decision, in days of 24 hours: the median, and the 90th percentile by nearest rank. */
  readonly throughputDays: { readonly median: number | null; readonly p90: number | null };
  /** Changes of hands within the period. */
  readonly transfers: { readonly handler: number; readonly unit: number };
  /** Requests for supplements within the period. */
  readonly supplements: number;
  /** Dossiers whose promised date was put off within the period; every figure above still speaks of the promise. */
  readonly rescheduled: { readonly dossiers: number; readonly lateButWithinNewDate: number };
  /**
   * Decided without having left the unit that received them ("tại chỗ"), and their share of the decided (TT 01/2018,
   * Đ6, rewarded by index 5).
   */
  readonly onTheSpot: { readonly dossiers: number; readonly rate: number | null };
  /** Dossiers whose term was made longer within the period; punctuality is measured by the longer term. */
  readonly extended: number;
  /**
   * Dossiers of which a date, or a term that a date follows from, was corrected within the period. Every figure speaks of
   * the corrected dates; how many there are says how far to trust it.
   */
  readonly redated: number;
  readonly satisfaction: { readonly ratings: number; readonly satisfied: number; readonly rate: number | null };
}
