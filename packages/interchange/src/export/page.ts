/** A stretch of an exported log, and what is in it. */
export interface ExportPage<Content = string> {
  /** What comes next in the file. */
  readonly content: Content;
  readonly events: number;
  /** Dossiers of which the file tells from here on. */
  readonly dossiers: number;
}

/** How many events are read at a time: with pages of 1,000 the collector moved what it should have dropped, and took 400 MB. */
export const EVENTS_AT_ONCE = 250;
