import { type Instant, type LocalDate, startOfDay, toEpochDay, VIETNAM } from "@motcua/core";
import { BEHAVIOUR } from "./behaviour.js";
import { type SimulatedCentre, simulatedCentre } from "./centre.js";
import { arrivalsOf } from "./days.js";
import { journey, type Step } from "./journey.js";
import { makeOffice, type Office, type SimulatedAppend } from "./office.js";
import { dayOf, withinHours } from "./office-hours.js";
import { cumulative, seededRandom } from "./random.js";

export interface YearOptions {
  /** A year whose calendar is loaded, and the next one's too. */
  readonly year: number;
  /** How many dossiers are handed in. */
  readonly dossiers: number;
  /** A whole number; the same one gives the same events, byte for byte. */
  readonly seed: number;
  /** About how many events a batch holds. Default 2,000. */
  readonly batch?: number;
}

/**
 * A year at a one-stop centre, in the order of time: batches of appends, each stream at most once in a batch. Memory holds
 * the dossiers that are on their way, not the year.
 *
 * @example
 * for (const appends of simulateYear({ year: 2018, dossiers: 1_000, seed: 1 })) ...
 */
export function* simulateYear(options: YearOptions): Generator<ReadonlyArray<SimulatedAppend>, void, void> {
  const { year, batch = 2_000 } = options;
  const random = seededRandom(options.seed);
  const office = makeOffice<Step>(random);
  const arrive = arrivalsAt(office, simulatedCentre());
  const end = startOfDay(VIETNAM.zone, toEpochDay(`${year + 1}-01-01` as LocalDate));

  for (const { day, dossiers } of [...arrivalsOf(VIETNAM, year, options.dossiers, random), null].map(orEnd(end))) {
    for (let task = office.next(startOfDay(VIETNAM.zone, day)); task !== undefined; ) {
      journey[task.step](office, task.dossier, task.at);
      if (office.pending() >= batch) yield office.take();
      task = office.next(startOfDay(VIETNAM.zone, day));
    }
    for (let n = 0; n < dossiers; n++) arrive(day);
  }
  if (office.pending() > 0) yield office.take();
}

const orEnd =
  (end: Instant) =>
  (
    arrivals: { readonly day: number; readonly dossiers: number } | null,
  ): { readonly day: number; readonly dossiers: number } =>
    arrivals ?? { day: dayOf(end), dossiers: 0 };

/** Somebody hands in a dossier in the course of a day: for which procedure, at which counter, by which channel. */
const arrivalsAt = (office: Office<Step>, centre: SimulatedCentre): ((day: number) => void) => {
  const { random } = office;
  const weights = cumulative(centre.procedures.map(({ weight }) => weight));
  return (day) => {
    const procedure = centre.procedures[random.weighted(weights)];
    if (procedure === undefined) return;
    const online = procedure.online && random.chance(BEHAVIOUR.handedInOnline);
    const atWard = !online && random.chance(BEHAVIOUR.handedInAtWard);
    const unit = atWard ? random.pick(centre.wards) : centre.counter;
    const channel = online ? "online" : random.chance(BEHAVIOUR.postal) ? "postal" : "inPerson";
    // Online at any hour of the day; at a counter within office hours, for same-day results with time left for them.
    const at = online
      ? startOfDay(VIETNAM.zone, day) + random.between(5 * 3600, 23 * 3600) * 1000
      : withinHours(day, random, 0, procedure.sameDay ? 0.7 : 0.98);
    office.plan({ at, step: online ? "submit" : "receive", dossier: office.open({ procedure, unit, channel }, at) });
  };
};
