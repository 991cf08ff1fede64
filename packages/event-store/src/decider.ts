import type { Either } from "fp-ts/lib/Either.js";
import type { DomainEvent } from "./event.js";

/**
 * A domain as two pure functions and a beginning (J. Chassaing, "Functional Event Sourcing Decider", 2021).
 *
 * `decide` answers what happens now, or why it may not; `evolve` is total: it folds any event into any state.
 */
export interface Decider<Command, State, Event extends DomainEvent, Refusal> {
  readonly initial: State;
  readonly decide: (command: Command, state: State) => Either<Refusal, ReadonlyArray<Event>>;
  readonly evolve: (state: State, event: Event) => State;
}
