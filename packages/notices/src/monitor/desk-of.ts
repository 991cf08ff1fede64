import type { DeadlineDuty, DossierCommand, PetitionCommand } from "@motcua/core";
import type { Process } from "@motcua/event-store";
import { dutyTimers } from "./duty-timers.js";
import type { Wanted } from "./wanted.js";

/** What a desk has to know of what it watches. */
interface Watched<State, Event> {
  readonly kind: "dossier" | "petition";
  readonly version: number;
  readonly decider: { readonly initial: State; readonly evolve: (state: State, event: Event) => State };
  /** The types of events that bear on dates, or on whom to tell. */
  readonly reads: ReadonlyArray<string>;
  readonly dutiesOf: (state: State) => ReadonlyArray<DeadlineDuty<DossierCommand | PetitionCommand>>;
  readonly toldBecause: (id: string, event: Event, state: State) => ReadonlyArray<Wanted>;
  readonly isOver: (state: State) => boolean;
}

/**
 * A desk as a process: what time makes necessary is asked of the watched like anything else, and of what happens those are
 * told whom it concerns. Its state is that of the watched, as its decider folds it.
 */
export const deskOf = <State, Event>({
  kind,
  version,
  decider: { initial, evolve },
  reads,
  dutiesOf,
  toldBecause,
  isOver,
}: Watched<State, Event>): Process<State, Wanted> => ({
  name: `${kind}-desk`,
  version,
  handles: reads,
  categories: [kind],
  initial,
  evolve: (state, event) => evolve(state, event as unknown as Event),
  react: (event, state) => toldBecause(event.stream.slice(kind.length + 1), event as unknown as Event, state),
  timers: (state, stream) => dutyTimers(kind, stream, dutiesOf(state)),
  isOver,
});
