import type { Either } from "fp-ts/lib/Either.js";
import type { UnitCommand } from "./command.js";
import { decide } from "./decide.js";
import type { UnitError } from "./error.js";
import type { UnitEvent } from "./event.js";
import { evolve } from "./evolve.js";
import { noUnit, type UnitState } from "./state.js";

/** The functions by which a unit lives; none of them throws. */
export interface UnitDecider {
  readonly initial: UnitState;
  readonly decide: (command: UnitCommand, state: UnitState) => Either<UnitError, ReadonlyArray<UnitEvent>>;
  readonly evolve: (state: UnitState, event: UnitEvent) => UnitState;
}

/**
 * The life of a unit as a decider.
 *
 * @example
 * unitDecider.decide({ type: "establish", at, code, name, kind: "ward", parent, effectiveFrom, basis }, unitDecider.initial);
 */
export const unitDecider: UnitDecider = { initial: noUnit, decide, evolve };

/** The stream of a unit: `unit-<code>`. */
export const unitStream = (code: string): string => `unit-${code}`;
