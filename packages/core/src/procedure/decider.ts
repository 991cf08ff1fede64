import type { Either } from "fp-ts/lib/Either.js";
import type { ProcedureCommand } from "./command.js";
import { decide, type ProcedureRules } from "./decide.js";
import type { ProcedureError } from "./error.js";
import type { ProcedureEvent } from "./event.js";
import { evolve } from "./evolve.js";
import { noProcedure, type ProcedureState } from "./state.js";

/** The functions by which a procedure lives; none of them throws. */
export interface ProcedureDecider {
  readonly initial: ProcedureState;
  readonly decide: (
    command: ProcedureCommand,
    state: ProcedureState,
  ) => Either<ProcedureError, ReadonlyArray<ProcedureEvent>>;
  readonly evolve: (state: ProcedureState, event: ProcedureEvent) => ProcedureState;
}

/**
 * The life of a procedure of the catalogue as a decider.
 *
 * @example
 * const decider = procedureDecider({ calendar: VIETNAM });
 * const published = decider.decide({ type: "publishVersion", at, effectiveFrom, ... }, decider.initial);
 */
export const procedureDecider = (rules: ProcedureRules): ProcedureDecider => ({
  initial: noProcedure,
  decide: decide(rules),
  evolve,
});

/** The stream of a procedure: `procedure-<code>`. */
export const procedureStream = (code: string): string => `procedure-${code}`;
