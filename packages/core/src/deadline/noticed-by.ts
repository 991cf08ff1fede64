import type { Role } from "../dossier/role.js";
import type { Due } from "../time/term.js";
import type { NoticedDeadline } from "./open-deadline.js";
import type { DeadlineStage } from "./vocabulary.js";

/** What an event says of a date that somebody was told of. */
export const noticedBy = <Kind extends string>({
  deadline,
  of = null,
  stage,
  to,
  due,
}: {
  readonly deadline: Kind;
  readonly of?: string | null;
  readonly stage: DeadlineStage;
  readonly to: Role;
  readonly due: Due;
}): NoticedDeadline<Kind> => ({ deadline, of, stage, to, due });
