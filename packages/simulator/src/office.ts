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
  readonly subjectRef: string;
  readonly procedure: SimulatedProcedure;
  readonly unit: SimulatedUnit;
  readonly channel: "inPerson" | "online" | "postal";
  state: DossierState;
}

/** What is to be done for a dossier, and when. */
export interface Task<Step extends string> {
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
  readonly open: (from: Omit<SimulatedDossier, "id" | "subjectRef" | "state">, at: Instant) => SimulatedDossier;
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
  const versions = new Map<string, number>();
  let planned = 0;
  let now = Number.NEGATIVE_INFINITY;
  let ledger = new Map<string, { readonly expected: number; readonly events: NewEvent[] }>();
  let pending = 0;

  const write = (stream: string, event: DomainEvent, schemaVersion: number) => {
    const version = versions.get(stream) ?? 0;
    const append = ledger.get(stream) ?? { expected: version, events: [] };
    append.events.push({ ...event, id: random.uuid(event.occurredAt), schemaVersion, meta: META });
    ledger.set(stream, append);
    versions.set(stream, version + 1);
    pending++;
  };

  return {
    random,
    open: (from, at) => ({ ...from, id: random.uuid(at), subjectRef: random.uuid(0), state: noDossier }),
    plan: (task) => {
      agenda.enqueue({ ...task, at: Math.max(task.at, now), order: planned++ });
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
        write(dossierStream(dossier.id), event, dossierEvents[event.type].schemaVersion);
      }
      if (isOver(dossier.state)) versions.delete(dossierStream(dossier.id));
    },
    codeFor: ({ id, unit }, at) => {
      const date = localDateOf(VIETNAM.zone, at);
      const stream = numberStream(unit.code, date);
      const last = versions.get(stream) ?? 0;
      const claimed = numberDecider.decide({ type: "claimNumber", at, dossier: id }, last);
      if (isLeft(claimed)) throw new Error(`more than ${claimed.left.last} dossiers at ${unit.name} on ${date}`);
      for (const event of claimed.right) write(stream, event, numberEvents.NumberClaimed.schemaVersion);
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

/** Nothing follows any more, so that its version need not be kept. */
const isOver = ({ status, ratings }: DossierState): boolean =>
  status === "withdrawn" || status === "intakeRefused" || ratings > 0;
