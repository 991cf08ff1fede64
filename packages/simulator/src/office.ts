import { PriorityQueue } from "@datastructures-js/priority-queue";
import {
  type DossierCommand,
  type DossierState,
  dossierCode,
  dossierDecider,
  dossierEvents,
  dossierStream,
  type Instant,
  localDateOf,
  noDossier,
  numberDecider,
  numberEvents,
  numberStream,
  VIETNAM,
  VIETNAM_POLICIES,
} from "@motcua/core";
import type { DomainEvent, NewEvent } from "@motcua/event-store";
import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { SimulatedProcedure, SimulatedUnit } from "./centre.js";
import type { Random } from "./random.js";

/** An append as a store takes it: these events, to a stream that stands at this version. */
export interface SimulatedAppend {
  readonly stream: string;
  readonly expected: number;
  readonly events: ReadonlyArray<NewEvent>;
}

/** A dossier on its way through the centre. */
export interface SimulatedDossier {
  readonly id: string;
  readonly stream: string;
  readonly subjectRef: string;
  readonly procedure: SimulatedProcedure;
  readonly unit: SimulatedUnit;
  readonly channel: "inPerson" | "online" | "postal";
  state: DossierState;
  /** Where its stream stands. */
  version: number;
}

/** A decider, and how its streams are named and written. */
interface Aggregate<Command, State, Event extends DomainEvent> {
  readonly decider: {
    readonly initial: State;
    readonly decide: (command: Command, state: State) => Either<{ readonly code: string }, ReadonlyArray<Event>>;
    readonly evolve: (state: State, event: Event) => State;
  };
  readonly streamOf: (id: string) => string;
  readonly events: { readonly [Type in Event["type"]]: { readonly schemaVersion: number } };
}

/** Streams of one kind, few enough to be remembered all year. */
export interface Book<Command, State> {
  readonly ask: (id: string, command: Command) => void;
  readonly stateOf: (id: string) => State;
}

/**
 * The office: an agenda of what is to be done when, and a ledger of what was decided. Every event comes out of the
 * domain's own deciders; the simulator only chooses who asks for what, and when.
 */
export interface Office {
  readonly random: Random;
  /** A dossier of which nothing has happened yet. */
  readonly open: (
    from: Omit<SimulatedDossier, "id" | "stream" | "subjectRef" | "state" | "version">,
    at: Instant,
  ) => SimulatedDossier;
  /** What is planned for a time that has passed is done now. */
  readonly plan: (at: Instant, act: (at: Instant) => void) => void;
  /** Does the earliest act that is planned before an instant, those of one instant in the order of planning. */
  readonly actBefore: (before: Instant) => boolean;
  readonly ask: (dossier: SimulatedDossier, command: DossierCommand) => void;
  readonly book: <Command, State, Event extends DomainEvent>(
    aggregate: Aggregate<Command, State, Event>,
  ) => Book<Command, State>;
  /** Claims the next number of a unit's day. */
  readonly codeFor: (dossier: SimulatedDossier, at: Instant) => string;
  /** How many events are in the ledger. */
  readonly pending: () => number;
  /** Hands out the ledger, an append for each stream, and begins a new one. */
  readonly take: () => ReadonlyArray<SimulatedAppend>;
}

interface Planned {
  readonly at: Instant;
  readonly order: number;
  readonly act: (at: Instant) => void;
}

export const makeOffice = (random: Random): Office => {
  const decider = dossierDecider({ calendar: VIETNAM, policies: VIETNAM_POLICIES });
  const agenda = new PriorityQueue<Planned>((a, b) => a.at - b.at || a.order - b.order);
  const lastNumbers = new Map<string, number>();
  let planned = 0;
  let now = Number.NEGATIVE_INFINITY;
  let ledger = new Map<string, { readonly expected: number; readonly events: NewEvent[] }>();
  let pending = 0;

  const write = (stream: string, version: number, event: DomainEvent, schemaVersion: number) => {
    const append = ledger.get(stream) ?? { expected: version, events: [] };
    const { type, occurredAt, data } = event;
    append.events.push({ id: random.uuid(occurredAt), type, schemaVersion, occurredAt, data, meta: META });
    ledger.set(stream, append);
    pending++;
  };

  return {
    random,
    open: (from, at) => {
      const id = random.uuid(at);
      return { ...from, id, stream: dossierStream(id), subjectRef: random.uuid(0), state: noDossier, version: 0 };
    },
    plan: (at, act) => {
      agenda.enqueue({ at: Math.max(at, now), order: planned++, act });
    },
    actBefore: (before) => {
      const first = agenda.front();
      if (first === null || first.at >= before) return false;
      now = first.at;
      agenda.dequeue();
      first.act(now);
      return true;
    },
    ask: (dossier, command) => {
      for (const event of granted(decider.decide(command, dossier.state))) {
        dossier.state = decider.evolve(dossier.state, event);
        write(dossier.stream, dossier.version++, event, dossierEvents[event.type].schemaVersion);
      }
    },
    book: ({ decider: { initial, decide, evolve }, streamOf, events }) => {
      const known = new Map<string, { state: typeof initial; version: number }>();
      return {
        ask: (id, command) => {
          const entry = known.get(id) ?? { state: initial, version: 0 };
          known.set(id, entry);
          for (const event of granted(decide(command, entry.state))) {
            entry.state = evolve(entry.state, event);
            const { schemaVersion } = events[event.type as keyof typeof events];
            write(streamOf(id), entry.version++, event, schemaVersion);
          }
        },
        stateOf: (id) => known.get(id)?.state ?? initial,
      };
    },
    codeFor: ({ id, unit }, at) => {
      const date = localDateOf(VIETNAM.zone, at);
      const stream = numberStream(unit.code, date);
      const last = lastNumbers.get(stream) ?? 0;
      const claimed = numberDecider.decide({ type: "claimNumber", at, dossier: id }, last);
      if (isLeft(claimed)) throw new Error(`more than ${claimed.left.last} dossiers at ${unit.name} on ${date}`);
      for (const event of claimed.right) write(stream, last, event, numberEvents.NumberClaimed.schemaVersion);
      lastNumbers.set(stream, last + 1);
      return dossierCode(unit.code, date, last + 1);
    },
    pending: () => pending,
    take: () => {
      const appends = [...ledger].map(([stream, append]) => ({ stream, ...append }));
      ledger = new Map();
      pending = 0;
      return appends;
    },
  };
};

/** What was decided. A refusal is a fault of the simulator: it must ask only for what the law allows. */
const granted = <Event>(decided: Either<{ readonly code: string }, ReadonlyArray<Event>>): ReadonlyArray<Event> => {
  if (isLeft(decided)) throw new Error(`the simulated year asked for what is refused: ${JSON.stringify(decided.left)}`);
  return decided.right;
};

const META = { source: "simulator" };
