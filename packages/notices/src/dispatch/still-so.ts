import {
  dossierDecider,
  dossierEvents,
  dossierStream,
  type MessageEventData,
  petitionDecider,
  petitionEvents,
  petitionStream,
} from "@motcua/core";
import { type EventNotUnderstood, type EventStore, load, type ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import { isDossierStillDue, isPetitionStillDue, mayTellApplicant } from "../monitor/grounds.js";
import type { DeskRules } from "../monitor/rules.js";

/**
 * Whether what a message says is still so: since it was queued the dossier may have been finished, its date moved, or its
 * applicant told by somebody else.
 */
export const stillSo = (store: Pick<EventStore, "readStream">, rules: DeskRules) => {
  const { calendar } = rules;
  const dossiers = dossierDecider(rules);
  const petitions = petitionDecider(rules);
  return async (
    { about, to, template, ground }: MessageEventData<"MessageQueued">,
    at: number,
  ): Promise<Either<ReadError | EventNotUnderstood, boolean>> => {
    if (about.kind === "petition") {
      const petition = await load(store, petitions, petitionEvents, petitionStream(about.id))();
      return isLeft(petition)
        ? petition
        : right(isPetitionStillDue(calendar, petition.right.state, { template, ground, at }));
    }
    const dossier = await load(store, dossiers, dossierEvents, dossierStream(about.id))();
    if (isLeft(dossier)) return dossier;
    const { state } = dossier.right;
    return right(
      to.kind === "subject"
        ? mayTellApplicant(calendar, state, { template, ground, at })
        : isDossierStillDue(calendar, state, { template, ground, at }),
    );
  };
};
