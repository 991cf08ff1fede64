import type { OnTimeBy, ReportQuery, WorkingCalendar } from "@motcua/core";
import type { Views } from "./projections.js";
import type { Report, Sheet } from "./sheet.js";

/** What a report of the command is asked. */
interface AskedQuery<Dimension extends string> extends ReportQuery {
  readonly by: ReadonlyArray<Dimension>;
  readonly calendar: WorkingCalendar;
  readonly onTimeBy: OnTimeBy;
}

/** One report of the command: what it is folded from, how it is computed, how people read it. */
export interface ReportDefinition<
  Name extends keyof Views,
  Dimension extends string,
  Figures,
  Total extends Figures = Figures,
> {
  readonly name: string;
  readonly about: string;
  /** What it is computed from. */
  readonly views: ReadonlyArray<Name>;
  readonly dimensions: ReadonlyArray<Dimension>;
  /** By what it is grouped where nobody asks for anything else. Default: nothing. */
  readonly defaultBy?: ReadonlyArray<Dimension>;
  /** A page has room for the groupings that people ask for first. */
  readonly pageGroupings: ReadonlyArray<ReadonlyArray<Dimension>>;
  /** Whether due dates are compared, and so may be compared in several ways. */
  readonly comparesDueDates: boolean;
  /** Whether it can be asked for one centre alone. */
  readonly ofOneCentre: boolean;
  readonly compute: (views: Pick<Views, Name>, query: AskedQuery<Dimension>) => Report<Figures, Total>;
  readonly sheet: Sheet<Figures, Total>;
}
