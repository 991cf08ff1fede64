import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { dueAt } from "../calendar/due.js";
import { termRefused } from "../time/term-refused.js";
import type { AssignHandler } from "./command.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, dossierEvent } from "./event.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";

/** A handler in the agency that has the dossier; with a term, a clock of the handler's own begins. */
export const assignHandler = (
  { calendar }: Rules,
  { at, handler, term }: AssignHandler,
  { agency }: DossierState,
): Either<DossierError, ReadonlyArray<DossierEvent>> => {
  const assigned = { handler, agency: agency ?? "" };
  if (term === undefined) return right([dossierEvent("HandlerAssigned", at, assigned)]);
  const refused = termRefused(calendar.index.dayLength, term, undefined);
  if (refused !== undefined) return left(refused);
  const due = dueAt(calendar)(at, term);
  return isLeft(due) ? due : right([dossierEvent("HandlerAssigned", at, { ...assigned, due: due.right })]);
};
