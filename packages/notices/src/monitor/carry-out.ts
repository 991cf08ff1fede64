import {
  type DossierCommand,
  type DossierState,
  dossierDecider,
  dossierEvents,
  dossierStream,
  type PetitionCommand,
  type PetitionState,
  petitionDecider,
  petitionEvents,
  petitionStream,
} from "@motcua/core";
import {
  type Decider,
  type DomainEvent,
  type EventStore,
  type EventStoreError,
  type Handling,
  handle,
  type IntentRefused,
  isEventStoreError,
  type Known,
  type Perform,
} from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Appended } from "./appended.js";
import { queuer } from "./queuer.js";
import type { DeskRules } from "./rules.js";
import type { Wanted } from "./wanted.js";

/**
 * Carries out what a desk wants: as commands, decided like any other on what the stream says now. What a decider refuses has
 * become unnecessary: somebody else was quicker, the dossier is finished, its date has moved.
 */
export const carryOut = (
  store: EventStore,
  rules: DeskRules,
  appended: Appended = () => undefined,
): Perform<Wanted, EventStoreError> => {
  const dossiers = asker(store, dossierDecider(rules), { streamOf: dossierStream, catalog: dossierEvents }, appended);
  const petitions = asker(
    store,
    petitionDecider(rules),
    { streamOf: petitionStream, catalog: petitionEvents },
    appended,
  );
  const queue = queuer(store, rules, appended);
  return (wanted, at, known) => async () => {
    const { key } = wanted;
    switch (wanted.of) {
      case "message":
        return queue(key, wanted.id, { ...wanted.command, at });
      case "dossier":
        return isTooLate(wanted.until, at)
          ? right(undefined)
          : dossiers(key, wanted.id, { ...wanted.command, at } as DossierCommand, known as Known<DossierState>);
      case "petition":
        return isTooLate(wanted.until, at)
          ? right(undefined)
          : petitions(key, wanted.id, { ...wanted.command, at } as PetitionCommand, known as Known<PetitionState>);
    }
  };
};

const isTooLate = (until: number | null, at: number): boolean => until !== null && at >= until;

/** Others may write to the same dossier: it is loaded and decided again more often than a person would ask. */
const RETRIES = 10;

/** Asks for something; a refusal of the domain is an answer, and no failure. */
export const asker = <Command, State, Event extends DomainEvent, Refusal extends { readonly code: string }>(
  store: EventStore,
  decider: Decider<Command, State, Event, Refusal>,
  handling: Handling<Event>,
  appended: Appended = () => undefined,
) => {
  const ask = handle(store, decider, { ...handling, retries: RETRIES });
  return async (
    intent: string,
    id: string,
    command: Command,
    known?: Known<State>,
  ): Promise<Either<IntentRefused | EventStoreError, void>> => {
    const handled = await ask(id, command, { meta: { intent }, ...(known && { known }) })();
    if (!isLeft(handled)) {
      handled.right.events.forEach(appended);
      return right(undefined);
    }
    const failure: { readonly code: string } = handled.left;
    return isEventStoreError(failure) || UNREADABLE.has(failure.code)
      ? left(orIntentRefused(failure))
      : right(undefined);
  };
};

/** A store that cannot be reached may be asked again; what it holds and we cannot read stays so. */
export const orIntentRefused = (failure: {
  readonly code: string;
  readonly faults?: ReadonlyArray<string>;
}): IntentRefused | EventStoreError =>
  isEventStoreError(failure) ? failure : { code: "IntentRefused", reason: reasonOf(failure) };

/** What cannot be read or written, now or later. */
const UNREADABLE: ReadonlySet<string> = new Set(["EventNotUnderstood", "EventNotValid", "SealingFailed"]);

const reasonOf = (failure: { readonly code: string; readonly faults?: ReadonlyArray<string> }): string =>
  [failure.code, ...(failure.faults ?? [])].join(": ");
