import { isLeft } from "fp-ts/lib/Either.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { workingTimeBetween } from "../calendar/working-time.js";
import type { Instant } from "../time/instant.js";
import { keyOf, makeGroups } from "./groups.js";
import { headOf, periodOf, type ReportHead, type ReportQuery, spanOf } from "./span.js";
import { lastOf } from "./standing.js";
import { countStay, emptyTimeTally, type TimeFigures, type TimeTally, timeFiguresOf } from "./time-figures.js";
import type { TimeRow, TimeRows, TimeShard } from "./time-rows.js";
import { type Segment, whereaboutsOf } from "./time-segments.js";

export const TIME_DIMENSIONS = ["agency", "unit", "step", "handler", "procedure", "field", "centre"] as const;
/** Where dossiers lay, after what had happened last, with whom, and whose they were. */
export type TimeDimension = (typeof TIME_DIMENSIONS)[number];

export interface TimeQuery extends ReportQuery {
  readonly by?: ReadonlyArray<TimeDimension>;
  /** Whose working time is counted. */
  readonly calendar: WorkingCalendar;
}

/** Where the time of dossiers went: of all of them, and of groups by where they lay. */
export interface TimeReport extends ReportHead {
  readonly total: TimeFigures & {
    /** Dossiers of years that the calendar does not hold: in no figure. */
    readonly unmeasured: number;
  };
  readonly groups: ReadonlyArray<
    { readonly key: Readonly<Partial<Record<TimeDimension, string | null>>> } & TimeFigures
  >;
}

/** The report `time`: every stretch of working time within the period goes to the place where the dossier lay. */
export const timeReport = (view: TimeRows, query: TimeQuery): TimeReport => {
  const { zone, by = [], centre } = query;
  const span = spanOf(view, query);
  const period = periodOf(zone, span);
  const total = emptyTimeTally();
  const groups = makeGroups(emptyTimeTally);
  let unmeasured = 0;

  for (const shard of view.shards)
    for (const row of shard.rows.values()) {
      if (centre !== undefined && textOf(shard, row.centre) !== centre) continue;
      const stretches = stretchesOf(query.calendar, shard, row, period.from, lastOf(period));
      if (stretches === null) {
        unmeasured++;
        continue;
      }
      countRow(stretches, () => total);
      if (by.length > 0) countRow(stretches, (place) => groups.at(by.map((dimension) => place[dimension])));
    }
  return {
    ...headOf(zone, span),
    total: { ...timeFiguresOf(total), unmeasured },
    groups: groups
      .sorted()
      // A place that every dossier had left before the period began.
      .filter(({ group }) => group.stays.length > 0)
      .map(({ values, group }) => ({ key: keyOf(by, values), ...timeFiguresOf(group) })),
  };
};

/** A stretch with its working time; and whose dossier it is of. */
interface Stretch extends Segment, Readonly<Record<"procedure" | "field" | "centre", string | null>> {
  readonly worked: number;
  /** What of that lies within the period; `null` of a stretch that was over when it began. */
  readonly within: number | null;
}

interface Stretches {
  readonly stretches: ReadonlyArray<Stretch>;
  readonly isOpen: boolean;
}

/** `null` where the calendar does not cover them. */
const stretchesOf = (
  calendar: WorkingCalendar,
  shard: TimeShard,
  row: TimeRow,
  from: Instant,
  until: Instant,
): Stretches | null => {
  const whose = {
    procedure: textOf(shard, row.procedure),
    field: textOf(shard, row.field),
    centre: textOf(shard, row.centre),
  };
  const stretches: Stretch[] = [];
  const { segments, isOpen } = whereaboutsOf(row, shard.texts, until);
  for (const segment of segments) {
    const worked = workingTimeBetween(calendar)(segment.from, segment.to);
    const within = segment.from >= from ? worked : workingTimeBetween(calendar)(from, segment.to);
    if (isLeft(worked) || isLeft(within)) return null;
    stretches.push({ ...segment, ...whose, worked: worked.right, within: segment.to < from ? null : within.right });
  }
  return { stretches, isOpen };
};

const textOf = ({ texts: { texts } }: TimeShard, number: number): string | null =>
  number === 0 ? null : (texts[number] ?? null);

/** Each place counts a dossier once, with all its time there; the one where it lies now also how long it has lain there. */
const countRow = ({ stretches, isOpen }: Stretches, tallyAt: (place: Stretch) => TimeTally): void => {
  const stays = new Map<TimeTally, { working: number; waiting: number }>();
  let [lying, age]: [TimeTally | null, number] = [null, 0];
  for (const stretch of stretches) {
    const tally = tallyAt(stretch);
    age = tally === lying ? age + stretch.worked : stretch.worked;
    lying = tally;
    if (stretch.within === null) continue;
    const stay = stays.get(tally) ?? { working: 0, waiting: 0 };
    stay[stretch.kind] += stretch.within;
    stays.set(tally, stay);
  }
  const waits = stretches.at(-1)?.kind === "waiting";
  for (const [tally, stay] of stays) countStay(tally, stay, isOpen && tally === lying ? { age, waits } : null);
};
