/** A stretch of an exported log, and what is in it. */
export interface ExportPage<Content = string> {
  /** What comes next in the file. */
  readonly content: Content;
  readonly events: number;
  /** Dossiers of which the file tells from here on. */
  readonly dossiers: number;
}
