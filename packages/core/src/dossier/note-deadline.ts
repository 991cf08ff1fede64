import { type Either, isLeft, left, map } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { dossierDeadlines } from "../deadline/dossier-deadlines.js";
import { notable } from "../deadline/noting.js";
import type { NoteDeadline } from "./command.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, dossierEvent } from "./event.js";
import { policyOf } from "./policy-of.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";

/** Somebody is warned of a date. An apology is owed for the dossier as a whole, and while one is still allowed (Đ19.9). */
export const noteDeadline = (
  rules: Rules,
  command: NoteDeadline,
  state: DossierState,
): Either<DossierError, ReadonlyArray<DossierEvent>> => {
  const { calendar } = rules;
  const { at, by, deadline, of, stage, to } = command;
  if (stage === "apologyOwed") {
    if (deadline !== "dossier") return left({ code: "DeadlineNotOpen", deadline, of: of ?? null });
    const policy = policyOf(rules, state, at);
    if (isLeft(policy)) return policy;
    const { max } = policy.right.reschedule;
    if (state.reschedules >= max) return left({ code: "AlreadyRescheduled", max, due: state.rescheduledDue });
  }
  return pipe(
    notable(calendar.zone, dossierDeadlines(calendar)(state), state.noticed, command),
    map(({ due }) => [
      dossierEvent("DeadlineNoticed", at, {
        deadline,
        ...(of !== undefined && { of }),
        stage,
        to,
        due,
        noticedAt: at,
        ...(by && { by }),
      }),
    ]),
  );
};
