import { DAY, type Instant } from "../time/instant.js";
import { type Column, pushValue, wideColumn } from "./column.js";
import { type DossierRow, MARK_KINDS, type Mark, type MarkKind } from "./dossier-row.js";
import type { Indicators, Measure, Period } from "./indicators.js";
import { punctuality } from "./punctuality.js";
import { median, nearestRank, rankOf } from "./quantile.js";
import { ratio, rounded } from "./ratio.js";
import { sortAt } from "./sort-at.js";
import { type Entrance, lastOf, nowhere, type Place, type Standing, standingOf } from "./standing.js";

/** Computes the indicators of rows over a period. */
export const indicators = (rows: Iterable<DossierRow>, period: Period, measure: Measure): Indicators => {
  const tally = emptyTally();
  for (const row of rows) count(tally, row, period, measure);
  return summarise(tally);
};

/** Counts on their way to indicators; `count` changes them in place. */
export interface Tally extends Record<Entrance | Place, number> {
  rescheduled: number;
  lateButWithinNewDate: number;
  onTheSpot: number;
  extended: number;
  redated: number;
  readonly marks: Record<Mark["kind"], number>;
  ratings: number;
  satisfied: number;
  readonly throughput: Column;
}

export const emptyTally = (): Tally => ({
  received: 0,
  carriedOver: 0,
  resumed: 0,
  ...nowhere(),
  rescheduled: 0,
  lateButWithinNewDate: 0,
  onTheSpot: 0,
  extended: 0,
  redated: 0,
  marks: Object.fromEntries(MARK_KINDS.map((kind) => [kind, 0])) as Record<MarkKind, number>,
  ratings: 0,
  satisfied: 0,
  throughput: wideColumn(),
});

/** Counts one dossier into the figures of a period. */
export const count = (tally: Tally, row: DossierRow, period: Period, measure: Measure): void => {
  const { from } = period;
  const until = lastOf(period);
  const { receivedAt } = row;
  if (receivedAt === null || receivedAt > until) return;

  countMarks(tally, row, from, until);
  row.countRatings(tally, from, until);
  const { rescheduled } = row;
  if (rescheduled !== null && rescheduled.at >= from && rescheduled.at <= until) tally.rescheduled++;

  const standing = standingOf(row, period, measure);
  if (standing === null) return;
  tally[standing.entrance]++;
  tally[standing.place]++;
  if (standing.phase.kind === "resolved") countResolved(tally, row, receivedAt, standing, measure);
};

/** Every mark counts, but a dossier that was extended twice is one dossier. */
const countMarks = (tally: Tally, row: DossierRow, from: Instant, until: Instant): void => {
  const { marks } = tally;
  const { extended, redated } = marks;
  row.countMarks(marks, from, until);
  if (marks.extended > extended) tally.extended++;
  if (marks.redated > redated) tally.redated++;
};

const countResolved = (
  tally: Tally,
  row: DossierRow,
  receivedAt: Instant,
  { phase, place }: Standing,
  measure: Measure,
): void => {
  pushValue(tally.throughput, (phase.since - receivedAt) / DAY);
  if (!row.isMarked("unitChange", phase.since)) tally.onTheSpot++;
  if (place === "late" && row.rescheduled !== null && row.rescheduled.at <= phase.since) {
    const finished = phase.stoodStillSince ?? phase.since;
    const again = punctuality(measure.zone, measure.onTimeBy, row.rescheduled.to, finished);
    if (again !== "late") tally.lateButWithinNewDate++;
  }
};

/** The indicators that the counts amount to. */
export const summarise = (tally: Tally): Indicators => {
  const kept = tally.early + tally.onTime;
  const judged = kept + tally.late;
  const open = tally.withinTerm + tally.overdue;
  const { values, length } = tally.throughput;
  const middle = length >> 1;
  const throughput = sortAt(new Float64Array(values.subarray(0, length)), [middle, middle - 1, rankOf(length, 0.9)]);
  return {
    received: tally.received,
    carriedOver: tally.carriedOver,
    resumed: tally.resumed,
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
      onTimeOfReceived: ratio(kept, tally.received + tally.carriedOver + tally.resumed),
      onTimeOfHandled: ratio(kept + tally.withinTerm, judged + open),
    },
    throughputDays: { median: rounded(median(throughput)), p90: rounded(nearestRank(throughput, 0.9)) },
    transfers: { handler: tally.marks.handlerChange, unit: tally.marks.unitChange },
    supplements: tally.marks.supplement,
    rescheduled: { dossiers: tally.rescheduled, lateButWithinNewDate: tally.lateButWithinNewDate },
    extended: tally.extended,
    redated: tally.redated,
    onTheSpot: { dossiers: tally.onTheSpot, rate: ratio(tally.onTheSpot, judged + tally.noDeadline) },
    satisfaction: {
      ratings: tally.ratings,
      satisfied: tally.satisfied,
      rate: ratio(tally.satisfied, tally.ratings),
    },
  };
};
