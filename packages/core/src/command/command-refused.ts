/** What came from outside is no command: a type that is not known, members that are missing, of a wrong type or unknown. */
export interface CommandRefused {
  readonly code: "CommandRefused";
  /** The type that it names; `null` where it names none. */
  readonly command: string | null;
  /** What is wrong and where, a line each: `score: must be number`. Values are not repeated. */
  readonly faults: ReadonlyArray<string>;
}
