import type { DeadlinePolicy, MessagePolicy, PetitionTerms, PolicyPack, WorkingCalendar } from "@motcua/core";

/** What a centre's desk works by: all of it data, given from outside. */
export interface DeskRules {
  /**
   * From 1, the default. Raise it when other rules apply: when to look at a dossier is then worked out anew, and nobody is told
   * again of what was told.
   */
  readonly version?: number;
  readonly calendar: WorkingCalendar;
  /** Regimes under which dossiers were received. */
  readonly policies: ReadonlyArray<PolicyPack>;
  /** Regimes under which petitions were lodged. */
  readonly terms: ReadonlyArray<PetitionTerms>;
  /** Who is warned of what runs out, and when. */
  readonly deadlines: DeadlinePolicy;
  /** Who is written to, how, and at which hours. */
  readonly messages: MessagePolicy;
}
