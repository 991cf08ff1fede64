import { DAY, type Instant } from "../time/instant.js";
import type { TimeZone } from "../time/time-zone.js";
import type { DossierRow, Phase } from "./dossier-row.js";
import { type OnTimeBy, punctuality } from "./punctuality.js";
import { median, nearestRank } from "./quantile.js";

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
 * `carriedOver + received = resolved.total + withdrawn + stopped + inProgress.total`
 *
 * Rates are `null` where their denominator is zero, never 0 or 1:
 * - `onTimeOfResolved` = (early + onTime) / (early + onTime + late), resolved dossiers with a due date
 * - `onTimeOfReceived` = (early + onTime) / (carriedOver + received) (NĐ 61/2018, Đ30.2c)
 * - `onTimeOfHandled`  = (early + onTime + withinTerm) / (early + onTime + late + withinTerm + overdue) (QĐ 766/QĐ-TTg)
 */
export interface Indicators {
  readonly received: number;
  /** Received before the period and still open when it began. */
  readonly carriedOver: number;
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
  readonly satisfaction: { readonly ratings: number; readonly satisfied: number; readonly rate: number | null };
}

/** Computes the indicators of rows over a period. */
export const indicators = (rows: Iterable<DossierRow>, period: Period, measure: Measure): Indicators => {
  const tally = emptyTally();
  for (const row of rows) count(tally, row, period, measure);
  return summarise(tally);
};

interface Tally {
  received: number;
  carriedOver: number;
  early: number;
  onTime: number;
  late: number;
  noDeadline: number;
  withdrawn: number;
  stopped: number;
  withinTerm: number;
  overdue: number;
  openNoDeadline: number;
  handlerChanges: number;
  unitChanges: number;
  supplements: number;
  rescheduled: number;
  lateButWithinNewDate: number;
  ratings: number;
  satisfied: number;
  readonly throughput: number[];
}

const emptyTally = (): Tally => ({
  received: 0,
  carriedOver: 0,
  early: 0,
  onTime: 0,
  late: 0,
  noDeadline: 0,
  withdrawn: 0,
  stopped: 0,
  withinTerm: 0,
  overdue: 0,
  openNoDeadline: 0,
  handlerChanges: 0,
  unitChanges: 0,
  supplements: 0,
  rescheduled: 0,
  lateButWithinNewDate: 0,
  ratings: 0,
  satisfied: 0,
  throughput: [],
});

const count = (tally: Tally, row: DossierRow, { from, to, asOf }: Period, measure: Measure): void => {
  const { receivedAt } = row;
  // The last instant that is looked at: just before the end of the period, or now.
  const until = Math.min(to - 1, asOf);
  if (receivedAt === null || receivedAt > until) return;

  const within = (at: Instant) => at >= from && at <= until;
  tally.handlerChanges += howMany(row.handlerChanges, within);
  tally.unitChanges += howMany(row.unitChanges, within);
  tally.supplements += howMany(row.supplements, within);
  if (row.rescheduled !== null && within(row.rescheduled.at)) tally.rescheduled++;
  for (const { at, satisfied } of row.ratings) {
    if (!within(at)) continue;
    tally.ratings++;
    if (satisfied) tally.satisfied++;
  }

  const before = receivedAt < from;
  if (before && phaseAt(row, from - 1)?.kind !== "open") return;
  if (before) tally.carriedOver++;
  else tally.received++;

  const phase = phaseAt(row, until);
  if (phase === undefined) return;
  switch (phase.kind) {
    case "withdrawn":
      tally.withdrawn++;
      return;
    case "stopped":
      tally.stopped++;
      return;
    case "resolved":
      countResolved(tally, row, receivedAt, phase, measure);
      return;
    case "open":
      countOpen(tally, phase, Math.min(to, asOf), measure);
      return;
  }
};

const countResolved = (tally: Tally, row: DossierRow, receivedAt: Instant, phase: Phase, measure: Measure): void => {
  tally.throughput.push((phase.since - receivedAt) / DAY);
  if (phase.due === null) {
    tally.noDeadline++;
    return;
  }
  const finished = phase.stoodStillSince ?? phase.since;
  const kept = punctuality(measure.zone, measure.onTimeBy, phase.due, finished);
  tally[kept]++;
  if (kept === "late" && row.rescheduled !== null && row.rescheduled.at <= phase.since) {
    const again = punctuality(measure.zone, measure.onTimeBy, row.rescheduled.to, finished);
    if (again !== "late") tally.lateButWithinNewDate++;
  }
};

const countOpen = (tally: Tally, phase: Phase, now: Instant, { zone, onTimeBy }: Measure): void => {
  if (phase.due === null) tally.openNoDeadline++;
  else if (punctuality(zone, onTimeBy, phase.due, phase.stoodStillSince ?? now) === "late") tally.overdue++;
  else tally.withinTerm++;
};

/** The last fact, in the order of the stream, that had happened by then. */
const phaseAt = ({ phases }: DossierRow, at: Instant): Phase | undefined => {
  for (let n = phases.length - 1; n >= 0; n--) {
    const phase = phases[n];
    if (phase !== undefined && phase.since <= at) return phase;
  }
  return undefined;
};

const howMany = (instants: ReadonlyArray<Instant>, within: (at: Instant) => boolean): number => {
  let total = 0;
  for (const at of instants) if (within(at)) total++;
  return total;
};

const summarise = (tally: Tally): Indicators => {
  const kept = tally.early + tally.onTime;
  const judged = kept + tally.late;
  const open = tally.withinTerm + tally.overdue;
  const throughput = Float64Array.from(tally.throughput).sort();
  return {
    received: tally.received,
    carriedOver: tally.carriedOver,
    resolved: {
      total: judged + tally.noDeadline,
      early: tally.early,
      onTime: tally.onTime,
      late: tally.late,
      noDeadline: tally.noDeadline,
    },
    withdrawn: tally.withdrawn,
    stopped: tally.stopped,
    inProgress: {
      total: open + tally.openNoDeadline,
      withinTerm: tally.withinTerm,
      overdue: tally.overdue,
      noDeadline: tally.openNoDeadline,
    },
    rates: {
      onTimeOfResolved: ratio(kept, judged),
      onTimeOfReceived: ratio(kept, tally.received + tally.carriedOver),
      onTimeOfHandled: ratio(kept + tally.withinTerm, judged + open),
    },
    throughputDays: { median: rounded(median(throughput)), p90: rounded(nearestRank(throughput, 0.9)) },
    transfers: { handler: tally.handlerChanges, unit: tally.unitChanges },
    supplements: tally.supplements,
    rescheduled: { dossiers: tally.rescheduled, lateButWithinNewDate: tally.lateButWithinNewDate },
    satisfaction: {
      ratings: tally.ratings,
      satisfied: tally.satisfied,
      rate: ratio(tally.satisfied, tally.ratings),
    },
  };
};

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : rounded(part / whole));

const rounded = <N extends number | null>(value: N): N => (value === null ? value : Number(value.toFixed(6))) as N;
