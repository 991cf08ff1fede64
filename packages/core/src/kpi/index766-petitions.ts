import { dossierStream } from "../dossier/decider.js";
import type { Instant } from "../time/instant.js";
import type { TimeZone } from "../time/time-zone.js";
import { type Fraction, fraction } from "./fraction.js";
import type { Period } from "./indicators.js";
import type { Indicator766Id } from "./indicators766.js";
import type { PetitionRow } from "./petitions-row.js";
import type { PetitionRows } from "./petitions-rows.js";
import { petitionFigures } from "./petitions-tally.js";
import { lastOf } from "./standing.js";

/**
 * Petitions by Decision 766/QĐ-TTg. Those refused, passed on or withdrawn are in no figure of 5.2: when they had to be is
 * not kept. That answers were disliked is not recorded, so 5.3 knows of the overdue and the repeated only.
 */
export const petitions766 = (rows: ReadonlyArray<PetitionRow>, period: Period, zone: TimeZone) => {
  const { answered, inProgress } = petitionFigures(rows, period, zone);
  const until = lastOf(period);
  const lodged = rows.filter(({ lodgedAt }) => lodgedAt !== null && lodgedAt >= period.from && lodgedAt <= until);
  const classified = lodged.filter((row) => row.class === "behaviour" || row.class === "regulation");
  const content = lodged.filter((row) => {
    const own = petitionFigures([row], period, zone);
    return own.answered.late + own.inProgress.overdue + own.reopenings === 0;
  });
  const kept = answered.onTime + inProgress.withinTerm;
  return {
    "5.1": fraction(classified.length, lodged.length),
    "5.2": fraction(kept, kept + answered.late + inProgress.overdue),
    "5.3": fraction(content.length, lodged.length),
  } satisfies Partial<Record<Indicator766Id, Fraction>>;
};

/** The streams of the dossiers that somebody had petitioned about by then, rightly or not. */
export const dossiersPetitioned = ({ rows }: PetitionRows, until: Instant): ReadonlySet<string> => {
  const streams = new Set<string>();
  for (const { dossier, lodgedAt } of rows.values())
    if (dossier !== null && lodgedAt !== null && lodgedAt <= until) streams.add(dossierStream(dossier));
  return streams;
};
