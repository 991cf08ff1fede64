import type { DossierRow } from "./dossier-row.js";
import { type Entrance, nowhere, type Place, type Standing } from "./standing.js";

/** The numbered columns of form II.06 that hold figures; 1 is the row's number, 2 the field. */
export const II06_COLUMNS = ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"] as const;
/** One of them. */
export type Ii06Column = (typeof II06_COLUMNS)[number];

/**
 * A row of form II.06 (TT 01/2020/TT-VPCP), by the numbers of its columns.
 *
 * Received: 3 in all, 4 online, 5 in person and by post, 6 carried over. Decided: 7 in all, 8 early, 9 on time, 10 late. In
 * progress: 11 in all, 12 within term, 13 overdue. Of every row `3 = 4+5+6`, `7 = 8+9+10`, `11 = 12+13` and `3 = 7+11`.
 */
export interface Ii06Figures extends Readonly<Record<Ii06Column, number>> {
  /** What the form has no column for, and where it was counted. */
  readonly notes: Ii06Notes;
}

/** How many of a column are something else than it says: the identities leave no room for them elsewhere. */
export interface Ii06Notes {
  /** In 4 or 5: had ended in an earlier period, where they stand in 7, and were taken up again. Not in 6, which is the 11 before. */
  readonly resumed: number;
  /** In 5: came in by a way that an imported log does not name as one of the three. */
  readonly otherChannel: number;
  /** In 9. */
  readonly withdrawn: number;
  /** In 9. */
  readonly stopped: number;
  /** In 9: decided, without a due date. */
  readonly decidedNoDeadline: number;
  /** In 12: open, without a due date. */
  readonly openNoDeadline: number;
}

/** Counts on their way to a row: by where a dossier came in, and where it is. */
export interface Ii06Tally {
  readonly places: Record<Place, number>;
  readonly ways: Record<Way, number>;
  resumed: number;
  otherChannel: number;
}

/** The three columns that something may come in by. */
type Way = "4" | "5" | "6";

export const emptyIi06 = (): Ii06Tally => ({
  places: nowhere(),
  ways: { "4": 0, "5": 0, "6": 0 },
  resumed: 0,
  otherChannel: 0,
});

export const countIi06 = (tally: Ii06Tally, row: DossierRow, { entrance, place }: Standing): void => {
  const way = wayOf(row, entrance);
  tally.ways[way]++;
  tally.places[place]++;
  if (entrance === "resumed") tally.resumed++;
  if (way === "5" && row.way !== "inPerson" && row.way !== "postal") tally.otherChannel++;
};

const wayOf = ({ way }: DossierRow, entrance: Entrance): Way =>
  entrance === "carriedOver" ? "6" : way === "online" ? "4" : "5";

/** The row that the counts amount to. Sums are made of their parts, so that the identities hold by construction. */
export const ii06Figures = ({ places, ways, resumed, otherChannel }: Ii06Tally): Ii06Figures => {
  const onTime = places.onTime + places.noDeadline + places.withdrawn + places.stopped;
  const withinTerm = places.withinTerm + places.openNoDeadline;
  return {
    "3": ways["4"] + ways["5"] + ways["6"],
    ...ways,
    "7": places.early + onTime + places.late,
    "8": places.early,
    "9": onTime,
    "10": places.late,
    "11": withinTerm + places.overdue,
    "12": withinTerm,
    "13": places.overdue,
    notes: {
      resumed,
      otherChannel,
      withdrawn: places.withdrawn,
      stopped: places.stopped,
      decidedNoDeadline: places.noDeadline,
      openNoDeadline: places.openNoDeadline,
    },
  };
};
