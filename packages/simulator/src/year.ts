import { type EpochDay, type Instant, type LocalDate, startOfDay, toEpochDay, VIETNAM } from "@motcua/core";
import { BEHAVIOUR } from "./behaviour.js";
import { openCashBook, planMoney } from "./cash-book.js";
import { type SimulatedCentre, simulatedCentre } from "./centre.js";
import { arrivalsOf } from "./days.js";
import { found } from "./founding.js";
import { receive, submit, turnAway } from "./journey/reception.js";
import type { Way } from "./journey/way.js";
import { makeOffice, type Office, type SimulatedAppend } from "./office.js";
import { dayOf, withinHours } from "./office-hours.js";
import { openPetitions } from "./petitions.js";
import { cumulative, seededRandom } from "./random.js";

export interface YearOptions {
  /** A year whose calendar is loaded, and the next one's too. */
  readonly year: number;
  /** How many dossiers are received. */
  readonly dossiers: number;
  /** A whole number; the same one gives the same events, byte for byte. */
  readonly seed: number;
  /** About how many events a batch holds. Default 1,000. */
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
  const { year, dossiers, seed, batch = 1_000 } = options;
  const office = makeOffice(seededRandom(seed));
  const centre = simulatedCentre();
  const end = startOfDay(VIETNAM.zone, toEpochDay(`${year + 1}-01-01` as LocalDate));

  const catalogue = found(office, centre, year);
  const cashBook = openCashBook(office);
  planMoney(office, cashBook, year);
  const handIn = handingIn({ office, cashBook, procedureOf: catalogue.stateOf }, centre, dayOf(end) - LAST_DAYS);
  const petition = openPetitions(office, centre);

  for (const today of arrivalsOf(VIETNAM, year, dossiers, office.random)) {
    yield* workUntil(office, startOfDay(VIETNAM.zone, today.day), batch);
    for (let n = 0; n < today.dossiers; n++) {
      handIn(today.day);
      if (office.random.chance(BEHAVIOUR.petitions / 1_000))
        office.plan(withinHours(today.day, office.random), petition);
    }
  }
  yield* workUntil(office, end, batch);
  if (office.pending() > 0) yield office.take();
}

function* workUntil(office: Office, end: Instant, batch: number): Generator<ReadonlyArray<SimulatedAppend>> {
  while (office.actBefore(end)) if (office.pending() >= batch) yield office.take();
}

/** At the very end of the year nobody hands in online, so that all are received within it. */
const LAST_DAYS = 7;

/** Somebody hands in a dossier in the course of a day: for which procedure, at which counter, by which channel. */
const handingIn = (way: Way, centre: SimulatedCentre, lastOnline: EpochDay): ((day: EpochDay) => void) => {
  const { office } = way;
  const { random } = office;
  const weights = cumulative(centre.procedures.map(({ weight }) => weight));
  return (day) => {
    const procedure = centre.procedures[random.weighted(weights)];
    if (procedure === undefined) return;
    const online = procedure.online && day < lastOnline && random.chance(BEHAVIOUR.handedInOnline);
    const atWard = !online && random.chance(BEHAVIOUR.handedInAtWard);
    const unit = atWard ? random.pick(centre.wards) : centre.counter;
    const channel = online ? "online" : random.chance(BEHAVIOUR.postal) ? "postal" : "inPerson";
    // Online at any hour of the day; at a counter within office hours, for same-day results with time left for them.
    const at = online
      ? startOfDay(VIETNAM.zone, day) + random.between(5 * 3600, 23 * 3600) * 1000
      : withinHours(day, random, 0.01, procedure.sameDay ? 0.7 : 0.98);
    const open = () => office.open({ procedure, unit, channel }, at);
    // Some are turned away at first, and come again with what they lacked.
    if (!online && random.chance(BEHAVIOUR.intakeRefused)) {
      const lacking = open();
      office.plan(at - 60_000, (when) => turnAway(way, lacking, when));
    }
    const dossier = open();
    office.plan(at, (when) => (online ? submit : receive)(way, dossier, when));
  };
};
