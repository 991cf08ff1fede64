import type { ReportHead } from "@motcua/core";
import type { Markup } from "../html/escape.js";
import type { Language, Text } from "../text/text.js";
import type { Figure } from "./figure.js";

/** A report as the core computes it: figures of the whole, and of groups by the values of dimensions. */
export interface Report<Figures, Total extends Figures = Figures> extends ReportHead {
  readonly total: Total;
  readonly groups: ReadonlyArray<{ readonly key: Readonly<Partial<Record<string, string | null>>> } & Figures>;
}

/** A text that groups have beside their key, such as a name. */
export interface TextColumn<Figures> {
  readonly path: string;
  readonly name: Text;
  readonly of: (figures: Figures) => string | null;
  /** What people call the values, where these are words of the software. */
  readonly words?: Readonly<Partial<Record<string, Text>>>;
}

/** A table that belongs to a report besides its groups; its title stands also where it has no rows. */
export interface FurtherTable {
  readonly title: string;
  readonly columns: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<ReadonlyArray<string>>;
}

/** How people read one report: its figures in the order of reading, and what they mean. */
export interface Sheet<Figures, Total extends Figures = Figures> {
  /** `Indicators`, as in "Indicators from … up to …". */
  readonly title: Text;
  readonly heading: Text;
  /** What else the title must say of this report. */
  readonly remark?: (report: Report<Figures, Total>, language: Language) => string;
  readonly figures: ReadonlyArray<Figure<Figures>>;
  /** Figures that only the whole has. */
  readonly ofTotal: ReadonlyArray<Figure<Total>>;
  /** Default: none. */
  readonly texts?: ReadonlyArray<TextColumn<Figures>>;
  /** Paths of the figures that a table of groups has room for; all are in JSON and CSV. */
  readonly columns: ReadonlyArray<string>;
  /** Paths of what a reader of the page looks for first. */
  readonly cards: ReadonlyArray<string>;
  /** A chart of the groups, where the report has one for their dimensions. */
  readonly chart?: (report: Report<Figures, Total>, language: Language) => Markup | undefined;
  /** What the report says besides, for people; in JSON it is under its own keys. Default: nothing. */
  readonly further?: (report: Report<Figures, Total>, language: Language) => FurtherTable | undefined;
  /** Paths of what stands in the list of all figures. Default: all; with none there is no list. */
  readonly listed?: ReadonlyArray<string>;
  /** Names over several columns of the table of groups, in its order. Default: none. */
  readonly spans?: ReadonlyArray<{ readonly name: Text; readonly columns: number }>;
  /** Whether the whole stands under its groups as their last row. Default: it does not. */
  readonly totalRow?: true;
  /** What JSON says, where it is not the report as it was computed. */
  readonly asJson?: (report: Report<Figures, Total>) => unknown;
  readonly definitions: ReadonlyArray<readonly [name: Text, meaning: Text]>;
}

/** The figures of the list of all figures. */
export const listedIn = <Figures, Total extends Figures>({
  figures,
  ofTotal,
  listed,
}: Sheet<Figures, Total>): ReadonlyArray<Figure<Total>> =>
  [...figures, ...ofTotal].filter(({ path }) => listed?.includes(path) ?? true);
