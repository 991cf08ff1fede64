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
import { isLeft } from "fp-ts/lib/Either.js";
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

/** What is to be done for a dossier, and when. */
interface Task<Step extends string> {
  readonly at: Instant;
  readonly step: Step;
  readonly dossier: SimulatedDossier;
}

/**
 * The office: an agenda of what is to be done when, and a ledger of what was decided. Every event comes out of the
 * domain's own deciders; the simulator only chooses who asks for what, and when.
 */
export interface Office<Step extends string> {
  readonly random: Random;
  /** A dossier of which nothing has happened yet. */
  readonly open: (
    from: Omit<SimulatedDossier, "id" | "stream" | "subjectRef" | "state" | "version">,
    at: Instant,
  ) => SimulatedDossier;
  /** What is planned for a time that has passed is done now. */
  readonly plan: (task: Task<Step>) => void;
  /** The earliest task that is planned before an instant; those of one instant in the order of planning. */
  readonly next: (before: Instant) => Task<Step> | undefined;
  readonly ask: (dossier: SimulatedDossier, command: DossierCommand) => void;
  /** Claims the next number of a unit's day. */
  readonly codeFor: (dossier: SimulatedDossier, at: Instant) => string;
  /** How many events are in the ledger. */
  readonly pending: () => number;
  /** Hands out the ledger, an append for each stream, and begins a new one. */
  readonly take: () => ReadonlyArray<SimulatedAppend>;
}

export const makeOffice = <Step extends string>(random: Random): Office<Step> => {
  const decider = dossierDecider({ calendar: VIETNAM, policies: VIETNAM_POLICIES });
  const agenda = new PriorityQueue<Task<Step> & { readonly order: number }>((a, b) => a.at - b.at || a.order - b.order);
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
    plan: (task) => {
      const { at, step, dossier } = task;
      agenda.enqueue({ at: Math.max(at, now), step, dossier, order: planned++ });
    },
    next: (before) => {
      const first = agenda.front();
      if (first === null || first.at >= before) return undefined;
      now = first.at;
      return agenda.dequeue() ?? undefined;
    },
    ask: (dossier, command) => {
      const decided = decider.decide(command, dossier.state);
      if (isLeft(decided))
        throw new Error(`the simulated year asked for what is refused: ${JSON.stringify(decided.left)}`);
      for (const event of decided.right) {
        dossier.state = decider.evolve(dossier.state, event);
        write(dossier.stream, dossier.version++, event, dossierEvents[event.type].schemaVersion);
      }
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

const META = { source: "simulator" };
