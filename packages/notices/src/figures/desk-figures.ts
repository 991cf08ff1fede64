import type { DossierEvent, MessageEvent } from "@motcua/core";
import type { Fact, Projection } from "@motcua/event-store";

/** What a desk has in hand, as far as it has noticed: what is near or past its date, and what has not been sent. */
export interface DeskFigures {
  /** Dossiers that were noticed to be near their date, or past it, and are not finished. */
  readonly dueSoon: number;
  readonly overdue: number;
  /** Messages that wait to be sent, and those that nobody could be reached with. */
  readonly unsent: number;
  readonly givenUp: number;
  /** When the oldest of those that wait was queued, epoch milliseconds; `null` where none does. */
  readonly oldestUnsent: number | null;
}

/** Only what is in hand is kept, so that it stays as small as that. */
export interface InHand {
  readonly dossiers: ReadonlyMap<string, "dueSoon" | "overdue">;
  readonly messages: ReadonlyMap<string, { readonly queuedAt: number; readonly givenUp: boolean }>;
}

/** The projection behind the figures of a desk. */
export const inHand: Projection<InHand> & { readonly concat: (a: InHand, b: InHand) => InHand } = {
  name: "in-hand",
  version: 1,
  handles: [
    "DeadlineNoticed",
    "DossierOverdue",
    "DueDateRescheduled",
    "DeadlineExtended",
    "SupplementRequested",
    "FinancialObligationNotified",
    "ProcessingStopped",
    "DossierResolved",
    "DossierWithdrawn",
    "MessageQueued",
    "MessageSent",
    "MessageGivenUp",
    "MessageDropped",
    "MessageRetried",
  ],
  empty: () => ({ dossiers: new Map(), messages: new Map() }),
  step: (view, fact: Fact) => {
    step(view as Folding, fact);
    return view;
  },
  concat: (a, b) => ({
    dossiers: new Map([...a.dossiers, ...b.dossiers]),
    messages: new Map([...a.messages, ...b.messages]),
  }),
};

/** The figures of what is in hand. */
export const deskFigures = ({ dossiers, messages }: InHand): DeskFigures => {
  const waiting = [...messages.values()].filter(({ givenUp }) => !givenUp);
  const stages = [...dossiers.values()];
  return {
    dueSoon: stages.filter((stage) => stage === "dueSoon").length,
    overdue: stages.filter((stage) => stage === "overdue").length,
    unsent: waiting.length,
    givenUp: messages.size - waiting.length,
    oldestUnsent: waiting.reduce<number | null>(
      (oldest, { queuedAt }) => (oldest === null ? queuedAt : Math.min(oldest, queuedAt)),
      null,
    ),
  };
};

interface Folding {
  readonly dossiers: Map<string, "dueSoon" | "overdue">;
  readonly messages: Map<string, { readonly queuedAt: number; readonly givenUp: boolean }>;
}

const step = ({ dossiers, messages }: Folding, fact: Fact): void => {
  const { stream } = fact;
  const event = fact as unknown as DossierEvent | MessageEvent;
  switch (event.type) {
    case "DeadlineNoticed":
      if (event.data.deadline === "dossier" && event.data.stage === "dueSoon") dossiers.set(stream, "dueSoon");
      return;
    case "DossierOverdue":
      dossiers.set(stream, "overdue");
      return;
    case "MessageQueued":
      messages.set(stream, { queuedAt: event.occurredAt, givenUp: false });
      return;
    case "MessageGivenUp":
    case "MessageRetried": {
      const { queuedAt } = messages.get(stream) ?? { queuedAt: event.occurredAt };
      messages.set(stream, { queuedAt, givenUp: event.type === "MessageGivenUp" });
      return;
    }
    case "MessageSent":
    case "MessageDropped":
      messages.delete(stream);
      return;
    // Finished, at a stand, or with another date: what was noticed is not so any more.
    default:
      dossiers.delete(stream);
  }
};
