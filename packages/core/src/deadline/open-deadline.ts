import { sameDue } from "../calendar/due.js";
import type { Role } from "../dossier/role.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import type { DeadlineStage } from "./vocabulary.js";

/** Something that has to be done by a date, and is not done. */
export interface OpenDeadline<Kind extends string> {
  readonly deadline: Kind;
  /** Whose, where there may be several: the name of an opinion, the agency of a part, the handler; else `null`. */
  readonly of: string | null;
  readonly due: Due;
  /** From when on it has been running, where that is known: nobody is warned of it before. */
  readonly since: Instant | null;
}

/** Of what, why, and to whom a deadline was told. */
export interface NoticedDeadline<Kind extends string> {
  readonly deadline: Kind;
  readonly of: string | null;
  readonly stage: DeadlineStage;
  /** `null`: put on record, and told to nobody in particular. */
  readonly to: Role | null;
  readonly due: Due;
}

/** Of each date, for each reason, everybody is told once. */
export const wasNoticed = <Kind extends string>(
  noticed: ReadonlyArray<NoticedDeadline<Kind>>,
  { deadline, of, stage, to, due }: NoticedDeadline<Kind>,
): boolean =>
  noticed.some(
    (each) =>
      each.deadline === deadline && each.of === of && each.stage === stage && each.to === to && sameDue(each.due, due),
  );
