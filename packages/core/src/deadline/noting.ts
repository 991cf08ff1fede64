import { type Either, left, right } from "fp-ts/lib/Either.js";
import { isPast } from "../calendar/due.js";
import type { DeadlineAlreadyNoticed, DeadlineNotOpen, DeadlineStageRefused } from "../dossier/error.js";
import type { Role } from "../dossier/role.js";
import type { Instant } from "../time/instant.js";
import type { TimeZone } from "../time/time-zone.js";
import { type NoticedDeadline, type OpenDeadline, wasNoticed } from "./open-deadline.js";
import type { DeadlineStage } from "./vocabulary.js";

/** Which date, why, and who is told. */
export interface Noting<Kind extends string> {
  readonly at: Instant;
  readonly deadline: Kind;
  readonly of?: string;
  readonly stage: DeadlineStage;
  readonly to: Role;
}

/**
 * The date that is spoken of, if it is open, at that stage, and has not been told. That an apology is owed may be said until
 * the end: it is late then, and owed all the same.
 */
export const notable = <Kind extends string>(
  zone: TimeZone,
  open: ReadonlyArray<OpenDeadline<Kind>>,
  noticed: ReadonlyArray<NoticedDeadline<Kind>>,
  { at, deadline, of: whose, stage, to }: Noting<Kind>,
): Either<DeadlineNotOpen | DeadlineStageRefused | DeadlineAlreadyNoticed, OpenDeadline<Kind>> => {
  const of = whose ?? null;
  const found = open.find((each) => each.deadline === deadline && each.of === of);
  if (found === undefined) return left({ code: "DeadlineNotOpen", deadline, of });
  const { due } = found;
  const past = isPast(zone, due, at);
  if ((stage === "overdue" && !past) || (stage === "dueSoon" && past))
    return left({ code: "DeadlineStageRefused", stage, due });
  return wasNoticed(noticed, { deadline, of, stage, to, due })
    ? left({ code: "DeadlineAlreadyNoticed", stage, due })
    : right(found);
};
