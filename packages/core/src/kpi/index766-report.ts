import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { type Fraction, missing } from "./fraction.js";
import { keyOf, makeGroups } from "./groups.js";
import { type IndexViews, lookAt } from "./index-views.js";
import { count766, counted766, dossiers766, emptyTally766, type Tally766 } from "./index766-dossiers.js";
import { type Index766Figures, index766Figures } from "./index766-figures.js";
import { dossiersPetitioned, petitions766 } from "./index766-petitions.js";
import { services766 } from "./index766-services.js";
import type { Measure } from "./indicators.js";
import type { Indicator766Id } from "./indicators766.js";
import type { PetitionRow } from "./petitions-row.js";
import type { OnTimeBy } from "./punctuality.js";
import { rowsOf } from "./rows.js";
import type { Service } from "./services.js";
import { headOf, type ReportHead, type ReportQuery } from "./span.js";
import { lastOf } from "./standing.js";

/** What the index can be asked of. */
export const INDEX766_DIMENSIONS = ["agency", "unit", "centre", "field", "procedure"] as const;
/** One of them. */
export type Index766Dimension = (typeof INDEX766_DIMENSIONS)[number];

/** What the index can be asked. */
export interface Index766Query extends ReportQuery, Measure {
  /** For legal terms of dossiers without a due date. */
  readonly calendar: WorkingCalendar;
  readonly by?: ReadonlyArray<Index766Dimension>;
}

/** What `index766Report` answers. */
export interface Index766Report extends ReportHead {
  readonly onTimeBy: OnTimeBy;
  readonly total: Index766Figures;
  readonly groups: ReadonlyArray<
    { readonly key: Readonly<Partial<Record<Index766Dimension, string | null>>> } & Index766Figures
  >;
}

/**
 * The index of Decision 766/QĐ-TTg over a period, indicator by indicator: those that the log holds no facts for are
 * there without a value, and say why.
 *
 * @example
 * index766Report({ dossiers, catalogue, petitions }, { zone: VIETNAM.zone, calendar: VIETNAM, onTimeBy: "auto" })
 */
export const index766Report = (views: IndexViews, query: Index766Query): Index766Report => {
  const { zone, onTimeBy, by = [] } = query;
  const { span, period, services, petitions } = lookAt(views, query);
  const petitioned = dossiersPetitioned(views.petitions, lastOf(period));

  const total = emptyTally766();
  const groups = makeGroups(emptyTally766);
  for (const row of rowsOf(views.dossiers, query)) {
    const counted = counted766(row, period, query, petitioned);
    if (counted === null) continue;
    count766(total, counted);
    if (by.length > 0) count766(groups.at(by.map((dimension) => row[dimension])), counted);
  }

  const figures = (tally: Tally766, key: Key) =>
    index766Figures(
      {
        ...dossiers766(tally),
        ...ofKey(services, SERVICE_DIMENSIONS, key, (own) => services766(own, tally.online)),
        ...ofKey(petitions, PETITION_DIMENSIONS, key, (own) => petitions766(own, period, zone)),
      },
      tally.unjudged,
    );
  return {
    ...headOf(zone, span),
    onTimeBy,
    total: figures(total, {}),
    groups: groups.sorted().map(({ values, group }) => {
      const key = keyOf(by, values);
      return { key, ...figures(group, key) };
    }),
  };
};

type Key = Readonly<Partial<Record<Index766Dimension, string | null>>>;

const SERVICE_DIMENSIONS = ["agency", "centre", "field"] as const satisfies ReadonlyArray<keyof Service>;
const PETITION_DIMENSIONS = ["unit", "centre"] as const satisfies ReadonlyArray<keyof PetitionRow>;

/** Figures of what has the values of a group; none where the group goes by something that it does not have. */
const ofKey = <One extends object, Id extends Indicator766Id>(
  all: ReadonlyArray<One>,
  dimensions: ReadonlyArray<Index766Dimension & keyof One>,
  key: Key,
  figures: (own: ReadonlyArray<One>) => Readonly<Record<Id, Fraction>>,
): Readonly<Record<Id, Fraction>> => {
  const asked = Object.keys(key) as ReadonlyArray<Index766Dimension>;
  const known = asked.filter((dimension): dimension is Index766Dimension & keyof One =>
    dimensions.some((own) => own === dimension),
  );
  if (known.length === asked.length)
    return figures(all.filter((one) => known.every((dimension) => one[dimension] === key[dimension])));
  const none = Object.keys(figures([])).map((id) => [id, missing("notOfTheseGroups")]);
  return Object.fromEntries(none) as Readonly<Record<Id, Fraction>>;
};
