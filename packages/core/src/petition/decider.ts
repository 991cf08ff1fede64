import type { Either } from "fp-ts/lib/Either.js";
import type { PetitionCommand } from "./command.js";
import { decide, type PetitionRules } from "./decide.js";
import type { PetitionError } from "./error.js";
import type { PetitionEvent } from "./event.js";
import { evolve } from "./evolve.js";
import { noPetition, type PetitionState } from "./state.js";

export interface PetitionDecider {
  readonly initial: PetitionState;
  readonly decide: (
    command: PetitionCommand,
    state: PetitionState,
  ) => Either<PetitionError, ReadonlyArray<PetitionEvent>>;
  readonly evolve: (state: PetitionState, event: PetitionEvent) => PetitionState;
}

/**
 * The life of a petition (phản ánh, kiến nghị) as a decider, under a calendar and a set of terms.
 *
 * @example
 * const decider = petitionDecider({ calendar: VIETNAM, terms: VIETNAM_PETITION_TERMS });
 */
export const petitionDecider = (rules: PetitionRules): PetitionDecider => ({
  initial: noPetition,
  decide: decide(rules),
  evolve,
});

/** The stream of a petition: `petition-<id>`. */
export const petitionStream = (id: string): string => `petition-${id}`;
