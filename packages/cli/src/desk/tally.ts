import type { DossierEvent, MessageEvent, PetitionEvent } from "@motcua/core";
import type { DomainEvent } from "@motcua/event-store";

/** What a round of the monitor has put on record. */
export interface Tally {
  /** Dossiers that are near their date, past it, and those whose applicant did not hand in what was missing. */
  dueSoon: number;
  overdue: number;
  expired: number;
  /** Dossiers for which an apology is owed before the date passes. */
  apologiesOwed: number;
  /** Opinions of other agencies that have not come. */
  opinionsOverdue: number;
  /** Notices to staff, of every kind and stage. */
  warnings: number;
  messages: { queued: number; sent: number; failed: number; givenUp: number; dropped: number };
}

export const nothingYet = (): Tally => ({
  dueSoon: 0,
  overdue: 0,
  expired: 0,
  apologiesOwed: 0,
  opinionsOverdue: 0,
  warnings: 0,
  messages: { queued: 0, sent: 0, failed: 0, givenUp: 0, dropped: 0 },
});

/** Counts an event that came of a round. */
export const count = (tally: Tally, recorded: DomainEvent): void => {
  const event = recorded as DossierEvent | PetitionEvent | MessageEvent;
  switch (event.type) {
    case "DeadlineNoticed":
      tally.warnings++;
      if (event.data.deadline !== "dossier") return;
      if (event.data.stage === "dueSoon") tally.dueSoon++;
      if (event.data.stage === "apologyOwed") tally.apologiesOwed++;
      return;
    case "PetitionDeadlineNoticed":
      tally.warnings++;
      return;
    case "DossierOverdue":
      tally.overdue++;
      return;
    case "SupplementExpired":
      tally.expired++;
      return;
    case "OpinionOverdueReported":
      tally.opinionsOverdue++;
      return;
    case "MessageQueued":
      tally.messages.queued++;
      return;
    case "MessageSent":
      tally.messages.sent++;
      return;
    case "MessageFailed":
      tally.messages.failed++;
      return;
    case "MessageGivenUp":
      tally.messages.givenUp++;
      return;
    case "MessageDropped":
      tally.messages.dropped++;
  }
};
