import type { Either } from "fp-ts/lib/Either.js";
import type { DossierCommand } from "./command.js";
import { decide } from "./decide.js";
import type { DossierError } from "./error.js";
import type { DossierEvent } from "./event.js";
import { evolve } from "./evolve.js";
import type { Rules } from "./rules.js";
import { type DossierState, noDossier } from "./state.js";

export interface DossierDecider {
  readonly initial: DossierState;
  readonly decide: (command: DossierCommand, state: DossierState) => Either<DossierError, ReadonlyArray<DossierEvent>>;
  readonly evolve: (state: DossierState, event: DossierEvent) => DossierState;
}

/**
 * The life of a dossier as a decider, under a calendar and a set of policies.
 *
 * @example
 * const decider = dossierDecider({ calendar: VIETNAM, policies: VIETNAM_POLICIES });
 * const received = decider.decide({ type: "receive", at, ... }, decider.initial);
 */
export const dossierDecider = (rules: Rules): DossierDecider => ({
  initial: noDossier,
  decide: decide(rules),
  evolve,
});

/** The stream of a dossier: `dossier-<id>`. */
export const dossierStream = (id: string): string => `dossier-${id}`;

/** The id of the dossier whose stream this is, or `undefined`. */
export const dossierIdOf = (stream: string): string | undefined =>
  stream.startsWith("dossier-") ? stream.slice("dossier-".length) : undefined;
