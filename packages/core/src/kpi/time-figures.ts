import { HOUR } from "../time/instant.js";
import { median, nearestRank } from "./quantile.js";
import { rounded } from "./ratio.js";

/**
 * The working hours that dossiers lay in one place, within a period: eight to a working day.
 *
 * `hours.total = hours.working + hours.waiting`
 */
export interface TimeFigures {
  /** Dossiers that lay there. */
  readonly dossiers: number;
  readonly hours: {
    readonly total: number;
    readonly working: number;
    /** While the clock stood still: for a supplement, a payment, or a stop that was ended again. */
    readonly waiting: number;
  };
  /** Of each dossier all its hours there: the median, and the 90th percentile by nearest rank. */
  readonly hoursPerDossier: { readonly median: number | null; readonly p90: number | null };
  /** What lay there at the end of the period, or now: for how many working hours, since it last came there. */
  readonly queue: {
    readonly dossiers: number;
    readonly waiting: number;
    readonly ageHours: { readonly median: number | null; readonly oldest: number | null };
  };
}

/** Milliseconds of working time on their way to figures; `countStay` changes them in place. */
export interface TimeTally {
  working: number;
  waiting: number;
  readonly stays: number[];
  queueWaiting: number;
  readonly ages: number[];
}

export const emptyTimeTally = (): TimeTally => ({ working: 0, waiting: 0, stays: [], queueWaiting: 0, ages: [] });

/** Counts one dossier: its time there within the period, and that it lies there still, if it does. */
export const countStay = (
  tally: TimeTally,
  { working, waiting }: { readonly working: number; readonly waiting: number },
  still: { readonly age: number; readonly waits: boolean } | null,
): void => {
  tally.working += working;
  tally.waiting += waiting;
  tally.stays.push(working + waiting);
  if (still === null) return;
  tally.ages.push(still.age);
  if (still.waits) tally.queueWaiting++;
};

export const timeFiguresOf = ({ working, waiting, stays, queueWaiting, ages }: TimeTally): TimeFigures => {
  const [stay, age] = [Float64Array.from(stays).sort(), Float64Array.from(ages).sort()];
  return {
    dossiers: stays.length,
    hours: { total: inHours(working + waiting), working: inHours(working), waiting: inHours(waiting) },
    hoursPerDossier: { median: inHours(median(stay)), p90: inHours(nearestRank(stay, 0.9)) },
    queue: {
      dossiers: ages.length,
      waiting: queueWaiting,
      ageHours: { median: inHours(median(age)), oldest: inHours(age.at(-1) ?? null) },
    },
  };
};

const inHours = <N extends number | null>(time: N): N => rounded((time === null ? null : time / HOUR) as N);
