import { type PetitionCommand, type PetitionEvent, type PetitionRows, petitionRows } from "../../src/index.js";
import { story } from "./petition.js";

/** The view of petitions `petition-1`, `petition-2`, … one history each. */
export const petitionView = (...histories: ReadonlyArray<ReadonlyArray<PetitionEvent>>): PetitionRows =>
  petitionViewOf(histories.map((events, n) => [`petition-${n + 1}`, events] as const));

export const petitionViewOf = (
  streams: ReadonlyArray<readonly [stream: string, events: ReadonlyArray<PetitionEvent>]>,
): PetitionRows =>
  streams
    .flatMap(([stream, events]) => events.map((event) => ({ ...event, stream })))
    .reduce(petitionRows.step, petitionRows.empty());

/** What became of petitions that were each given commands, all of which were possible. */
export const handled = (...lives: ReadonlyArray<ReadonlyArray<PetitionCommand>>): PetitionRows =>
  petitionView(
    ...lives.map((commands) => {
      const { events, refused } = story(...commands);
      if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
      return events;
    }),
  );
