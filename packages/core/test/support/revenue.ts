import {
  type DossierCommand,
  type DossierEvent,
  type RevenueAccounts,
  revenueAccounts,
  type StreamEvent,
  type TreasuryCommand,
} from "../../src/index.js";
import { rightOf } from "./either.js";
import { treasury } from "./treasury.js";
import { decider } from "./vietnam.js";

/** The events of a dossier that was given commands, all of which were possible. */
export const dossierOf = (...commands: ReadonlyArray<DossierCommand>): ReadonlyArray<DossierEvent> => {
  const events: DossierEvent[] = [];
  for (const command of commands)
    events.push(...rightOf(decider.decide(command, events.reduce(decider.evolve, decider.initial))));
  return events;
};

/** The events of a treasury that was given commands, all of which were possible. */
export const treasuryOf = (...commands: ReadonlyArray<TreasuryCommand>) => {
  let state = treasury.initial;
  return commands.flatMap((command) => {
    const events = rightOf(treasury.decide(command, state));
    state = events.reduce(treasury.evolve, state);
    return events;
  });
};

/** An event of a stream that is named elsewhere. */
export type Fact = Omit<StreamEvent, "stream">;

/** The view of streams, one list of events each. */
export const revenueOf = (...streams: ReadonlyArray<ReadonlyArray<Fact>>): RevenueAccounts =>
  streams
    .flatMap((events, n) => events.map((event) => ({ ...event, stream: `stream-${n}` })))
    .filter(({ type }) => (revenueAccounts.handles as ReadonlyArray<string>).includes(type))
    .reduce(revenueAccounts.step, revenueAccounts.empty());
