import type { DossierCommand, DossierDecider, DossierError, DossierEvent, DossierState } from "@motcua/core";
import { isLeft } from "fp-ts/lib/Either.js";

/** What a list of commands came to. */
export interface Played {
  readonly state: DossierState;
  readonly events: ReadonlyArray<DossierEvent>;
  readonly refused: ReadonlyArray<DossierError>;
}

/** Gives commands to a dossier one after the other; what is refused changes nothing. */
export const play = (decider: DossierDecider, commands: Iterable<DossierCommand>): Played => {
  let state = decider.initial;
  const events: DossierEvent[] = [];
  const refused: DossierError[] = [];
  for (const command of commands) {
    const decision = decider.decide(command, state);
    if (isLeft(decision)) {
      refused.push(decision.left);
      continue;
    }
    state = decision.right.reduce(decider.evolve, state);
    events.push(...decision.right);
  }
  return { state, events, refused };
};
