import type { DossierEvent } from "../dossier/event.js";
import type { DeliveryMethod } from "../dossier/vocabulary.js";
import type { StreamEvent } from "../kpi/rows.js";
import { earlier, later, type Seen, seenBy } from "../kpi/span.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";

/** The line of one dossier: instants, so that the book can be opened as of any moment. */
export interface RegisterEntry {
  readonly stream: string;
  readonly receivedAt: Instant | null;
  readonly unit: string | null;
  readonly code: string | null;
  readonly procedure: string | null;
  readonly subjectRef: string | null;
  readonly promisedDue: Due | null;
  /** The dates that the clock or an apology gave later, in the order of the stream. */
  readonly laterDues: ReadonlyArray<{ readonly at: Instant; readonly due: Due }>;
  /** How it ended before a result was returned: decided, withdrawn or stopped, in the order of the stream. */
  readonly turns: ReadonlyArray<{ readonly at: Instant; readonly to: RegisterTurn }>;
  readonly returned: { readonly at: Instant; readonly method: DeliveryMethod } | null;
}

/** How a dossier stands, as far as the register tells it. */
export type RegisterTurn = "open" | "granted" | "refused" | "withdrawn" | "stopped";

/** The lines of all dossiers of some shards of the log. */
export interface DossierRegister extends Seen {
  readonly entries: Map<string, RegisterEntry>;
}

/**
 * The projection behind the register (TT 01/2018, form 06; TT 03/2025, form 07): a monoid over whole streams.
 *
 * @example
 * const view = await project(store, dossierRegister)(); // with `project` of the event-store package
 * registerOf(view, { zone, unit: "one-stop", year: 2018 })
 */
export const dossierRegister = {
  name: "dossier-register",
  version: 1,
  handles: [
    "DossierReceived",
    "SupplementReceived",
    "FinancialObligationSettled",
    "ProcessingResumed",
    "DueDateRescheduled",
    "DossierResolved",
    "DossierWithdrawn",
    "ProcessingStopped",
    "SupplementExpired",
    "ResultReturned",
  ] satisfies ReadonlyArray<DossierEvent["type"]>,
  empty: (): DossierRegister => ({ entries: new Map(), firstOccurredAt: null, lastOccurredAt: null }),
  step: ({ entries, firstOccurredAt, lastOccurredAt }: DossierRegister, event: StreamEvent): DossierRegister => {
    const before = entries.get(event.stream) ?? { ...NO_ENTRY, stream: event.stream };
    entries.set(event.stream, { ...before, ...told(before, event as StreamEvent & DossierEvent) });
    return {
      entries,
      firstOccurredAt: earlier(firstOccurredAt, event.occurredAt),
      lastOccurredAt: later(lastOccurredAt, event.occurredAt),
    };
  },
  concat: (a: DossierRegister, b: DossierRegister): DossierRegister => ({
    entries: new Map([...a.entries, ...b.entries]),
    ...seenBy(a, b),
  }),
} as const;

const NO_ENTRY: Omit<RegisterEntry, "stream"> = {
  receivedAt: null,
  unit: null,
  code: null,
  procedure: null,
  subjectRef: null,
  promisedDue: null,
  laterDues: [],
  turns: [],
  returned: null,
};

/** What an event adds to the line. */
const told = (entry: RegisterEntry, event: DossierEvent): Partial<RegisterEntry> => {
  const { occurredAt: at } = event;
  const turned = (to: RegisterTurn) => ({ turns: [...entry.turns, { at, to }] });
  const moved = (due: Due | undefined) => (due ? { laterDues: [...entry.laterDues, { at, due }] } : {});
  switch (event.type) {
    case "DossierReceived": {
      const { unit, code = null, procedure, subjectRef, promisedDue = null } = event.data;
      return { receivedAt: at, unit, code, procedure: procedure.code, subjectRef, promisedDue };
    }
    case "SupplementReceived":
    case "FinancialObligationSettled":
      return moved(event.data.due);
    case "ProcessingResumed":
      return { ...moved(event.data.due), ...turned("open") };
    case "DueDateRescheduled":
      return moved(event.data.to);
    case "DossierResolved":
      return turned(event.data.outcome);
    case "DossierWithdrawn":
      return turned("withdrawn");
    case "ProcessingStopped":
    case "SupplementExpired":
      return turned("stopped");
    case "ResultReturned":
      return { returned: { at, method: event.data.method } };
    default:
      return {};
  }
};
