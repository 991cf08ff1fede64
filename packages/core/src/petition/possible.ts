import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { PetitionCommand } from "./command.js";
import type { PetitionNotPossibleNow } from "./error.js";
import type { PetitionState, PetitionStatus } from "./state.js";

const open: ReadonlyArray<PetitionStatus> = ["lodged", "awaitingSupplement"];
const ended: ReadonlyArray<PetitionStatus> = ["answered", "refused", "passedOn", "withdrawn"];

/** From where each command may be given: the life of a petition, as a table. */
export const petitionPossibleFrom: Readonly<Record<PetitionCommand["type"], ReadonlyArray<PetitionStatus>>> = {
  lodge: ["unknown"],
  classify: open,
  refuse: open,
  askSupplement: ["lodged"],
  receiveSupplement: ["awaitingSupplement"],
  forward: ["lodged"],
  answer: open,
  publishAnswer: ["answered"],
  prolong: open,
  reopen: ended,
  judge: [...open, ...ended],
  noteDeadline: ["lodged", "answered"],
  withdraw: open,
};

/** Refuses a command that has no meaning for a petition that stands so. */
export const checkPossible = (
  { type }: PetitionCommand,
  { status }: PetitionState,
): Either<PetitionNotPossibleNow, void> => {
  const possible = petitionPossibleFrom[type];
  return possible.includes(status)
    ? right(undefined)
    : left({ code: "PetitionNotPossibleNow", command: type, status, possible });
};
