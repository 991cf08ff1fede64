import { isLeft } from "fp-ts/lib/Either.js";
import type { DossierCommand, DossierDecider, DossierError, DossierEvent, DossierState } from "../../src/index.js";
import { decider as vietnam } from "./vietnam.js";

/** What became of one command. */
export interface Outcome {
  readonly refused: DossierError | undefined;
  readonly events: ReadonlyArray<DossierEvent>;
  readonly state: DossierState;
  /** The rules that its events say were not kept. */
  readonly flagged: ReadonlyArray<string>;
}

export interface Scenario {
  readonly state: DossierState;
  readonly when: (command: DossierCommand) => Outcome;
}

/** A dossier to which these commands have been given, under some decider; each of them must have been possible. */
export const givenUnder =
  (decider: DossierDecider) =>
  (...history: ReadonlyArray<DossierCommand>): Scenario => {
    const state = history.reduce((before, command) => {
      const { refused, state: after } = outcomeOf(decider, command, before);
      if (refused !== undefined) throw new Error(`${command.type} was refused: ${JSON.stringify(refused)}`);
      return after;
    }, decider.initial);
    return { state, when: (command) => outcomeOf(decider, command, state) };
  };

/** The same under the law and the calendar of Vietnam. */
export const given = givenUnder(vietnam);

const outcomeOf = (decider: DossierDecider, command: DossierCommand, state: DossierState): Outcome => {
  const decision = decider.decide(command, state);
  if (isLeft(decision)) return { refused: decision.left, events: [], state, flagged: [] };
  const events = decision.right;
  return {
    refused: undefined,
    events,
    state: events.reduce(decider.evolve, state),
    flagged: events.flatMap(rulesNotKept),
  };
};

const rulesNotKept = ({ data }: DossierEvent): ReadonlyArray<string> =>
  "violations" in data ? (data.violations ?? []).map(({ rule }) => rule) : [];
