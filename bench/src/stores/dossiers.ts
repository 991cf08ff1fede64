import type { NewEvent } from "@motcua/event-store";
import { simulateYear } from "@motcua/simulator";
import type { Random } from "./random.ts";

/** A stream to be written: its events come in the order of versions. */
export interface Dossier {
  readonly stream: string;
  readonly events: ReadonlyArray<NewEvent>;
}

/** Makes dossiers that nobody has seen: streams and event ids are new, what happens in them is what the simulator wrote. */
export type NewDossiers = (count: number, eventsEach: number) => ReadonlyArray<Dossier>;

/**
 * Dossiers as the domain writes them: an event is about 330 bytes of JSON.
 *
 * Those of seven events are the first seven of a simulated dossier; a longer one goes on with the events of the next.
 */
export const dossierMaker = (random: Random, seed: number): NewDossiers => {
  const patterns = simulatedDossiers(seed);
  const written = (): NewEvent[] => {
    const pattern = patterns[random.below(patterns.length)] ?? [];
    return pattern.map((event) => ({ ...event, id: random.uuid() }));
  };
  return (count, eventsEach) =>
    Array.from({ length: count }, () => {
      const events: NewEvent[] = [];
      while (events.length < eventsEach) events.push(...written());
      return { stream: `dossier-${random.uuid()}`, events: events.slice(0, eventsEach) };
    });
};

/** The size of a dossier in all rows that read one. */
export const DOSSIER_EVENTS = 7;

const simulatedDossiers = (seed: number): ReadonlyArray<ReadonlyArray<NewEvent>> => {
  const streams = new Map<string, NewEvent[]>();
  for (const appends of simulateYear({ year: 2018, dossiers: 500, seed }))
    for (const { stream, events } of appends) {
      if (!stream.startsWith("dossier-")) continue;
      const before = streams.get(stream);
      if (before === undefined) streams.set(stream, [...events]);
      else before.push(...events);
    }
  return [...streams.values()]
    .filter(({ length }) => length >= DOSSIER_EVENTS)
    .map((events) => events.slice(0, DOSSIER_EVENTS));
};
