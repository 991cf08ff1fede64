import { DOSSIER_EVENT_TYPES, type DossierEvent } from "../dossier/event.js";
import type { StreamEvent } from "./rows.js";
import { earlier, later, type Seen, seenBy } from "./span.js";
import { type FactTexts, factOf, type HandOver, putFactRight } from "./time-facts.js";

/** Of each dossier whose it is, and who had it when: all numbers, of which those that stand for texts are of its shard. */
export interface TimeRow {
  receivedAt: number | null;
  procedure: number;
  field: number;
  centre: number;
  /** In the order of the stream; see `time-facts.ts`. */
  readonly facts: number[];
}

/** The dossiers of one shard, and the texts that they name by number: each is kept once. */
export interface TimeShard {
  readonly rows: Map<string, TimeRow>;
  readonly texts: FactTexts;
}

/** The hand-overs of all dossiers of some shards of the log. */
export interface TimeRows extends Seen {
  readonly shards: ReadonlyArray<TimeShard>;
}

interface Folding extends TimeRows {
  firstOccurredAt: number | null;
  lastOccurredAt: number | null;
}

/**
 * The projection behind the report `time`: a monoid over whole streams. Folding two sets of whole dossiers apart and
 * joining them equals folding all of them. `step` changes the view that it is given.
 */
export const timeRows = {
  name: "time-rows",
  version: 1,
  handles: DOSSIER_EVENT_TYPES,
  empty: (): TimeRows => ({ shards: [noDossiers()], firstOccurredAt: null, lastOccurredAt: null }),
  step: (view: TimeRows, event: StreamEvent): TimeRows => {
    const folding = view as Folding;
    const [shard = noDossiers()] = view.shards;
    foldTime(shard, event.stream, event as StreamEvent & DossierEvent);
    folding.firstOccurredAt = earlier(view.firstOccurredAt, event.occurredAt);
    folding.lastOccurredAt = later(view.lastOccurredAt, event.occurredAt);
    return folding;
  },
  concat: (a: TimeRows, b: TimeRows): TimeRows => ({ shards: [...a.shards, ...b.shards], ...seenBy(a, b) }),
} as const;

const noDossiers = (): TimeShard => ({ rows: new Map(), texts: { texts: [""], numbers: new Map() } });

/** Writes one event into the row of its dossier. Total: events it has no use for change nothing. */
const foldTime = ({ rows, texts }: TimeShard, stream: string, event: DossierEvent): void => {
  let row = rows.get(stream);
  if (row === undefined) {
    row = { receivedAt: null, procedure: 0, field: 0, centre: 0, facts: [] };
    rows.set(stream, row);
  }
  if (event.type === "DossierReceived") {
    row.receivedAt = event.occurredAt;
    row.procedure = numberOf(texts, event.data.procedure.code);
    row.field = numberOf(texts, event.data.procedure.field);
    row.centre = numberOf(texts, event.data.centre);
  }
  if (event.type === "FactCorrected") {
    const { correction } = event.data;
    if (correction.field === "receivedAt" && row.receivedAt !== null) row.receivedAt = correction.to;
    putFactRight(row.facts, correction, (text) => numberOf(texts, text));
    return;
  }
  const handOver = handOverOf(event);
  if (handOver !== null) row.facts.push(...factOf(event.occurredAt, handOver, (text) => numberOf(texts, text)));
};

const numberOf = ({ texts, numbers }: FactTexts, text: string): number => {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, texts.length);
  return texts.push(text) - 1;
};

/** Who has it from this event on, and whether its clock runs; `null` of events that change nothing of that. */
const handOverOf = (event: DossierEvent): HandOver | null => {
  const { type: step } = event;
  switch (event.type) {
    case "DossierReceived":
      return { step, standing: "working", agency: event.data.agency, unit: event.data.unit };
    case "DossierForwarded":
      return { step, agency: event.data.to, unit: event.data.to };
    case "DossierTransferred":
      return { step, agency: event.data.to, unit: event.data.via ?? event.data.to, handler: null };
    case "HandlerAssigned":
      return { step, agency: event.data.agency, handler: event.data.handler };
    case "SourceEventRecorded": {
      const { activity, unit, handler } = event.data;
      return { step: activity, ...(unit !== undefined && { unit }), ...(handler !== undefined && { handler }) };
    }
    case "SupplementRequested":
      return { step, ...(event.data.clock !== "runs" && { standing: "waiting" }) };
    case "FinancialObligationNotified":
      return { step, standing: "waiting" };
    case "SupplementReceived":
    case "FinancialObligationSettled":
    case "ProcessingResumed":
      return { step, standing: "working" };
    case "ProcessingStopped":
    case "SupplementExpired":
      return { step, standing: "stopped" };
    case "DossierResolved":
    case "DossierWithdrawn":
      return { step, standing: "ended" };
    case "VerificationRecorded":
    case "OpinionRequested":
    case "OpinionRecorded":
    case "SubTaskCompleted":
    case "ResultApproved":
      return { step };
    default:
      return null;
  }
};
