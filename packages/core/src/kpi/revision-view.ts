import { DOSSIER_EVENT_TYPES, type DossierEventType } from "../dossier/event.js";
import type { Instant } from "../time/instant.js";
import { type DossierRows, dossierRows, type StreamEvent } from "./rows.js";

/** A recorded event, with its place in its stream and when it was learned of. */
export interface RecordedFact extends StreamEvent {
  readonly version: number;
  readonly recordedAt: Instant;
}

/** An event that was learned of only afterwards. */
export interface LateEvent {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** All dossiers as they were known then and as they are known now, and of each what was learned of in between. */
export interface RevisionView {
  readonly asKnownThen: DossierRows;
  readonly asKnownNow: DossierRows;
  readonly late: ReadonlyMap<string, ReadonlyArray<LateEvent>>;
  /** Dossiers of which a date, or a term that a date follows from, was corrected in between. */
  readonly redated: ReadonlySet<string>;
}

interface Folding extends RevisionView {
  readonly late: Map<string, LateEvent[]>;
  readonly redated: Set<string>;
}

export interface RevisionCut {
  /** What was recorded later was not known then. */
  readonly knownThen: Instant;
  /** The last instant of the period: what happened later makes no difference to it, unless it rewrites a fact. */
  readonly until: Instant;
}

/** The fold behind the report `revision`, which reads the log once. `step` changes the view that it is given. */
export const revisionView = ({ knownThen, until }: RevisionCut) =>
  ({
    name: "revision",
    version: 1,
    handles: DOSSIER_EVENT_TYPES,
    empty: (): RevisionView => ({
      asKnownThen: dossierRows.empty(),
      asKnownNow: dossierRows.empty(),
      late: new Map(),
      redated: new Set(),
    }),
    step: (view: RevisionView, event: RecordedFact): RevisionView => {
      const asKnownNow = dossierRows.step(view.asKnownNow, event);
      if (event.recordedAt <= knownThen)
        return { ...view, asKnownThen: dossierRows.step(view.asKnownThen, event), asKnownNow };
      if (event.occurredAt <= until || REWRITES.has(event.type)) note(view as Folding, event);
      return { ...view, asKnownNow };
    },
  }) as const;

/** What takes the place of earlier facts, whenever it happened. */
const REWRITES: ReadonlySet<string> = new Set<DossierEventType>([
  "FactCorrected",
  "DossierReceived",
  "DueDateRescheduled",
]);

const note = ({ late, redated }: Folding, event: RecordedFact): void => {
  const { stream, version, type, occurredAt, recordedAt } = event;
  const events = late.get(stream) ?? [];
  events.push({ stream, version, type, occurredAt, recordedAt });
  late.set(stream, events);
  if (type === "FactCorrected" && !isOfAgency(event.data)) redated.add(stream);
};

const isOfAgency = (data: object): boolean =>
  "correction" in data && (data.correction as { readonly field: string }).field === "agency";
