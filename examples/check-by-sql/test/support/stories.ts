import type { DossierEvent, DossierEventType, Instant } from "@motcua/core";
import { anyEventOf } from "@motcua/testkit";
import * as fc from "fast-check";

/** From when to when stories happen. */
interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** What may happen between reception and the end, in any order, as often as it will. */
const BETWEEN: ReadonlyArray<DossierEventType> = [
  "DossierForwarded",
  "DossierTransferred",
  "HandlerAssigned",
  "SourceEventRecorded",
  "SupplementRequested",
  "SupplementReceived",
  "FinancialObligationNotified",
  "FinancialObligationSettled",
  "ProcessingStopped",
  "ProcessingResumed",
  "DueDateRescheduled",
  "ChargeAssessed",
  "PaymentCollected",
  "PaymentRefunded",
  "ReceiptVoided",
];

const ENDS: ReadonlyArray<DossierEventType> = [
  "DossierResolved",
  "DossierResolved",
  "DossierWithdrawn",
  "SupplementExpired",
];

/**
 * The life of a dossier as a legacy log may tell it: received, with a due date or without, most often decided, rated, and put
 * right afterwards. A decider has not looked at it.
 */
export const anyStory = (span: Span): fc.Arbitrary<ReadonlyArray<DossierEvent>> => {
  const some = (types: ReadonlyArray<DossierEventType>, maxLength: number) =>
    fc.array(fc.oneof(...types.map((type) => anyEventOf(type, span) as fc.Arbitrary<DossierEvent>)), { maxLength });
  return fc
    .tuple(
      anyEventOf("DossierReceived", span),
      some(BETWEEN, 8),
      some(ENDS, 1),
      some(["ResultReturned", "SatisfactionRated"], 2),
      fc.constantFrom<ReadonlyArray<"receivedAt" | "resolvedAt">>(
        [],
        [],
        [],
        ["receivedAt"],
        ["resolvedAt"],
        ["receivedAt", "resolvedAt"],
      ),
      fc.infiniteStream(fc.integer({ min: 0, max: 3_600_000 })),
    )
    .map(([received, between, end, after, wrong, shifts]) => {
      const told = inOrder([received, ...between, ...end, ...after]);
      return [...told, ...wrong.flatMap((field) => corrected(told, field, Number(shifts.next().value)))];
    });
};

/** The events in their order, at the instants that were drawn, from the earliest on. */
const inOrder = (events: ReadonlyArray<DossierEvent>): ReadonlyArray<DossierEvent> => {
  const instants = events.map(({ occurredAt }) => occurredAt).toSorted((a, b) => a - b);
  return events.map((event, n) => ({ ...event, occurredAt: instants[n] ?? event.occurredAt }));
};

/** What puts a date right, where the dossier has it: it was earlier. */
const corrected = (
  told: ReadonlyArray<DossierEvent>,
  field: "receivedAt" | "resolvedAt",
  shift: number,
): ReadonlyArray<DossierEvent> => {
  const type = field === "receivedAt" ? "DossierReceived" : "DossierResolved";
  const wrong = told.find((event) => event.type === type);
  const last = told.at(-1);
  if (wrong === undefined || last === undefined) return [];
  const by = { role: "receptionOfficer", id: "TN-1" } as const;
  const correction = { field, from: wrong.occurredAt, to: wrong.occurredAt - shift };
  return [
    {
      type: "FactCorrected",
      occurredAt: last.occurredAt + 1,
      data: { correction, reason: "wrongClock", basis: "drawn", by, approvedBy: by },
    },
  ];
};
