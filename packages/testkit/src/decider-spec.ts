import { deepEqual, equal } from "node:assert/strict";
import type { Decider, DomainEvent } from "@motcua/event-store";
import { type Either, isLeft } from "fp-ts/lib/Either.js";

/** What a decider decided, to be held against what it should. */
export interface Outcome<State, Event, Refusal extends { readonly code: string }> {
  /** It decided exactly these events, in this order. */
  readonly then: (expected: ReadonlyArray<Event>) => void;
  /** It refused, with this code; answers the refusal for a closer look. */
  readonly thenError: (code: Refusal["code"]) => Refusal;
  /** The state after what it decided; for what events alone do not show. */
  readonly thenState: (look: (state: State) => void) => void;
}

/** A decider with a history. */
export interface Given<Command, State, Event, Refusal extends { readonly code: string }> {
  readonly when: (command: Command) => Outcome<State, Event, Refusal>;
}

/** A decider, ready for examples. */
export interface DeciderSpec<Command, State, Event, Refusal extends { readonly code: string }> {
  readonly given: (history: ReadonlyArray<Event>) => Given<Command, State, Event, Refusal>;
}

/**
 * Given what has happened, when this is asked, then that is decided.
 *
 * @example
 * const { given } = deciderSpec(decider);
 * given([received, supplementRequested]).when(requestSupplement).thenError("SupplementAlreadyRequested");
 */
export const deciderSpec = <Command, State, Event extends DomainEvent, Refusal extends { readonly code: string }>(
  decider: Decider<Command, State, Event, Refusal>,
): DeciderSpec<Command, State, Event, Refusal> => ({
  given: (history) => ({
    when: (command) => {
      const state = history.reduce(decider.evolve, decider.initial);
      return outcome(decider, state, decider.decide(command, state));
    },
  }),
});

const outcome = <Command, State, Event extends DomainEvent, Refusal extends { readonly code: string }>(
  { evolve }: Decider<Command, State, Event, Refusal>,
  state: State,
  decided: Either<Refusal, ReadonlyArray<Event>>,
): Outcome<State, Event, Refusal> => {
  const events = () => {
    if (isLeft(decided)) throw new TypeError(`the command was refused: ${decided.left.code}`);
    return decided.right;
  };
  return {
    // biome-ignore lint/suspicious/noThenProperty: given, when, then; an outcome is not awaited
    then: (expected) => deepEqual(events(), expected),
    thenError: (code) => {
      if (!isLeft(decided)) throw new TypeError(`the command was not refused: ${JSON.stringify(decided.right)}`);
      equal(decided.left.code, code);
      return decided.left;
    },
    thenState: (look) => look(events().reduce(evolve, state)),
  };
};
