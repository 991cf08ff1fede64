/** How CSV is read. The defaults are those of pm4py and of the receipt log. */
export interface CsvOptions {
  /** What a row is: an event, by default, or a whole case, whose columns are all attributes of it. */
  readonly rows?: "event" | "case";
  /** One character; `,` by default. */
  readonly delimiter?: string;
  /** Column of the case id. */
  readonly caseId?: string;
  /** Column of the activity. */
  readonly activity?: string;
  /** Column of the event's time. */
  readonly timestamp?: string;
  /** Columns that begin with it belong to the case, under the name that follows. */
  readonly casePrefix?: string;
  /** Columns that are read as dates where they are not empty; those the file does not have are passed over. */
  readonly dates?: ReadonlyArray<string>;
  /** How dates are written that are not ISO 8601, as `MM/dd/yyyy hh:mm:ss a`; see `datePattern`. */
  readonly dateFormat?: string;
  /** IANA zone of dates without an offset. Without it such a date is a fault. */
  readonly timeZone?: string;
}

/** The columns of pm4py, and the dates of the receipt log. */
export const DEFAULT_CSV_OPTIONS = {
  rows: "event",
  delimiter: ",",
  caseId: "case:concept:name",
  activity: "concept:name",
  timestamp: "time:timestamp",
  casePrefix: "case:",
  dates: ["case:startdate", "case:enddate", "case:enddate_planned", "case:deadline"],
} as const satisfies CsvOptions;
