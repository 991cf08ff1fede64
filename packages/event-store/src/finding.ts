/** One rule that a healthy store keeps, and whether this one does. */
export interface Finding {
  readonly rule: string;
  readonly ok: boolean;
  /** What was found, for a person to read; no content of events. */
  readonly detail: string;
}
