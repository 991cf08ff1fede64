import { isPast } from "../calendar/due.js";
import type { Instant } from "../time/instant.js";
import type { TimeZone } from "../time/time-zone.js";
import type { Period } from "./indicators.js";
import type { PetitionFigures } from "./petitions-figures.js";
import type { PetitionPhase, PetitionRow } from "./petitions-row.js";
import { phaseAt } from "./phase-at.js";
import { ratio } from "./ratio.js";

/** Counts petitions into the figures of a period. */
export const petitionFigures = (rows: Iterable<PetitionRow>, period: Period, zone: TimeZone): PetitionFigures => {
  const tally = { ...NOTHING };
  for (const row of rows) count(tally, row, period, zone);
  return summarise(tally);
};

const NOTHING = {
  lodged: 0,
  carriedOver: 0,
  reopened: 0,
  onTime: 0,
  late: 0,
  noDeadline: 0,
  refused: 0,
  withdrawn: 0,
  passedOn: 0,
  withinTerm: 0,
  overdue: 0,
  openNoDeadline: 0,
  forwarded: 0,
  reopenings: 0,
  prolonged: 0,
  lateButWithinNewDate: 0,
  published: 0,
  publishedLate: 0,
  founded: 0,
  unfounded: 0,
};
type Tally = { -readonly [Count in keyof typeof NOTHING]: number };

const count = (tally: Tally, row: PetitionRow, { from, to, asOf }: Period, zone: TimeZone): void => {
  const { lodgedAt } = row;
  // The last instant that is looked at: just before the end of the period, or now.
  const until = Math.min(to - 1, asOf);
  if (lodgedAt === null || lodgedAt > until) return;

  const within = (at: Instant) => at >= from && at <= until;
  if (row.forwarded.some(within)) tally.forwarded++;
  if (row.reopened.some(within)) tally.reopenings++;
  if (row.prolonged.some(({ at }) => within(at))) tally.prolonged++;
  for (const { at, due } of row.published) {
    if (!within(at)) continue;
    tally.published++;
    if (due !== null && isPast(zone, due, at)) tally.publishedLate++;
  }

  const entrance = entranceOf(row, lodgedAt, from, until);
  if (entrance === null) return;
  tally[entrance]++;
  if (entrance === "lodged") countVerdict(tally, row, asOf);

  const phase = phaseAt(row.phases, until);
  switch (phase?.kind) {
    case "answered":
      countAnswered(tally, row, phase, zone);
      return;
    case "refused":
    case "withdrawn":
    case "passedOn":
      tally[phase.kind]++;
      return;
    case "open":
      countOpen(tally, phase, Math.min(to, asOf), zone);
      return;
  }
};

/** How a petition comes into a period, if it does. */
const entranceOf = (
  { phases }: PetitionRow,
  lodgedAt: Instant,
  from: Instant,
  until: Instant,
): "lodged" | "carriedOver" | "reopened" | null => {
  if (lodgedAt >= from) return "lodged";
  if (phaseAt(phases, from - 1)?.kind === "open") return "carriedOver";
  return phases.some(({ kind, since }) => kind === "open" && since >= from && since <= until) ? "reopened" : null;
};

/** As far as is known now, not at the end of the period: a false complaint is found out later. */
const countVerdict = (tally: Tally, row: PetitionRow, asOf: Instant): void => {
  const verdict = verdictAt(row, asOf);
  if (verdict !== null) tally[verdict]++;
};

/** The last verdict that had been given by then. */
export const verdictAt = ({ verdicts }: PetitionRow, at: Instant) =>
  verdicts.findLast((each) => each.at <= at)?.verdict ?? null;

const countAnswered = (tally: Tally, row: PetitionRow, phase: PetitionPhase, zone: TimeZone): void => {
  const answered = phase.stoodStillSince ?? phase.since;
  if (phase.due === null) tally.noDeadline++;
  else if (isPast(zone, phase.due, answered)) {
    tally.late++;
    const prolonged = row.prolonged.findLast(({ at }) => at <= phase.since);
    if (prolonged && !isPast(zone, prolonged.to, answered)) tally.lateButWithinNewDate++;
  } else tally.onTime++;
};

/** Judged at the end of the period or now: at midnight the day before is over. */
const countOpen = (tally: Tally, { due, stoodStillSince }: PetitionPhase, now: Instant, zone: TimeZone): void => {
  if (due === null) tally.openNoDeadline++;
  else if (isPast(zone, due, stoodStillSince ?? now)) tally.overdue++;
  else tally.withinTerm++;
};

const summarise = (tally: Tally): PetitionFigures => {
  const { onTime, late, noDeadline, withinTerm, overdue, openNoDeadline, published, publishedLate } = tally;
  return {
    lodged: tally.lodged,
    carriedOver: tally.carriedOver,
    reopened: tally.reopened,
    answered: { total: onTime + late + noDeadline, onTime, late, noDeadline },
    refused: tally.refused,
    withdrawn: tally.withdrawn,
    passedOn: tally.passedOn,
    inProgress: {
      total: withinTerm + overdue + openNoDeadline,
      withinTerm,
      overdue,
      noDeadline: openNoDeadline,
    },
    forwarded: tally.forwarded,
    reopenings: tally.reopenings,
    prolonged: { petitions: tally.prolonged, lateButWithinNewDate: tally.lateButWithinNewDate },
    published,
    publishedLate,
    founded: tally.founded,
    unfounded: tally.unfounded,
    rates: {
      answeredOnTimeOfAnswered: ratio(onTime, onTime + late),
      answeredOnTimeOfDue: ratio(onTime, onTime + late + overdue),
      publishedOnTimeOfPublished: ratio(published - publishedLate, published),
      unfoundedOfLodged: ratio(tally.unfounded, tally.lodged),
    },
  };
};
