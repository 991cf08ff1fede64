import {
  type DossierEvent,
  type DossierEventType,
  type DossierState,
  dossierDecider,
  dossierDuties,
  type Notice,
  noticesDue,
  type Recipient,
  type Role,
} from "@motcua/core";
import type { Process } from "@motcua/event-store";
import { deskOf } from "./desk-of.js";
import { dayText, dossierFields } from "./fields.js";
import { deadlineGround } from "./grounds.js";
import { queueing } from "./queueing.js";
import type { DeskRules } from "./rules.js";
import type { Wanted } from "./wanted.js";

/** The desk that watches dossiers. It reads only what bears on dates and on whom to tell. */
export const dossierDesk = (rules: DeskRules): Process<DossierState, Wanted> =>
  deskOf<DossierState, DossierEvent>({
    kind: "dossier",
    version: rules.version ?? 1,
    decider: dossierDecider(rules),
    reads: READ,
    dutiesOf: dossierDuties(rules),
    toldBecause: toldBecause(rules),
    isOver: ({ status }) => OVER.has(status),
  });

const READ: ReadonlyArray<DossierEventType> = [
  "DossierSubmitted",
  "IntakeRefused",
  "DossierReceived",
  "DossierForwarded",
  "DossierTransferred",
  "HandlerAssigned",
  "SupplementRequested",
  "SupplementReceived",
  "SupplementExpired",
  "FinancialObligationNotified",
  "FinancialObligationSettled",
  "DossierWithdrawn",
  "ProcessingStopped",
  "ProcessingResumed",
  "DossierResolved",
  "DossierOverdue",
  "DeadlineNoticed",
  "ApologyIssued",
  "DueDateRescheduled",
  "OpinionRequested",
  "OpinionRecorded",
  "OpinionOverdueReported",
  "InterlinkedRouteSet",
  "SubTaskOpened",
  "SubTaskCompleted",
  "FactCorrected",
  "DeadlineExtended",
];

const OVER: ReadonlySet<DossierState["status"]> = new Set(["intakeRefused", "withdrawn", "resolved", "returned"]);

const toldBecause =
  (rules: DeskRules) =>
  (id: string, event: DossierEvent, state: DossierState): ReadonlyArray<Wanted> => {
    switch (event.type) {
      case "DossierResolved":
        return tellApplicant(rules, id, state, event.occurredAt, ["earlyResult", "resultReady"]);
      case "DossierOverdue":
        return tellApplicant(rules, id, state, event.occurredAt, ["overdue"]);
      // With the new date, which is told at once with the apology (Đ19.9).
      case "DueDateRescheduled":
        return tellApplicant(rules, id, state, event.occurredAt, ["apology"]);
      case "DeadlineNoticed": {
        const { deadline, of, stage, to, due } = event.data;
        const { calendar, messages } = rules;
        if (messages.staff.length === 0) return [];
        return [
          queueing({
            about: { kind: "dossier", id },
            to: { kind: "office", role: to, at: placeOf(state, to, of) },
            template: `${deadline}.${stage}`,
            fields: { ...dossierFields(calendar, state), due: dayText(calendar, due), ...(of !== undefined && { of }) },
            ground: deadlineGround(deadline, of, due),
            channels: messages.staff,
          }),
        ];
      }
      default:
        return [];
    }
  };

/** Of several notices that have a ground the first is told: that a result is early says that it is ready. */
const tellApplicant = (
  { calendar, messages }: DeskRules,
  id: string,
  state: DossierState,
  at: number,
  notices: ReadonlyArray<Notice>,
): ReadonlyArray<Wanted> => {
  const pending = noticesDue({ calendar }, 0)(state, at).filter(({ notice }) => notices.includes(notice));
  const [first] = pending.toSorted((a, b) => notices.indexOf(a.notice) - notices.indexOf(b.notice));
  const channels = first && messages.applicant[first.notice];
  if (first === undefined || channels === undefined) return [];
  const to: Recipient = { kind: "subject", subject: first.to };
  return [
    queueing({
      about: { kind: "dossier", id },
      to,
      template: first.notice,
      fields: dossierFields(calendar, state),
      ground: first.about,
      channels,
    }),
  ];
};

/** Where whoever holds an office is to be looked for. */
const placeOf = (state: DossierState, role: Role, of: string | undefined): string => {
  switch (role) {
    case "handler":
      return state.handler ?? state.agency ?? "";
    case "headOfCentre":
      return state.centre ?? "";
    case "receptionOfficer":
      return state.receivingUnit ?? state.centre ?? "";
    case "coordinator":
      return of ?? state.agency ?? "";
    default:
      return state.agency ?? state.centre ?? "";
  }
};
