import { play } from "@motcua/testkit";
import type { DossierCommand, DossierEvent } from "../../src/index.js";
import { decider } from "./vietnam.js";

/** The events of a dossier to which these commands were given; each of them must have been possible. */
export const historyOf = (...commands: ReadonlyArray<DossierCommand>): ReadonlyArray<DossierEvent> => {
  const { events, refused } = play(decider, commands);
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  return events;
};
