import { type AnyEventOf, type DataOf, type EventOf, eventMaker, typesOf } from "../event/family.js";
import { schemasOf } from "../event/schema.js";
import * as charges from "./charge-data.js";
import * as coordination from "./coordination-data.js";
import * as data from "./event-data.js";
import * as redress from "./redress-data.js";

/** The shape of every event's data, by type. */
const dossierEventData = {
  DossierSubmitted: data.DossierSubmitted,
  IntakeSupplementRequested: data.IntakeSupplementRequested,
  IntakeRefused: data.IntakeRefused,
  DossierReceived: data.DossierReceived,
  DossierForwarded: data.DossierForwarded,
  DossierTransferred: data.DossierTransferred,
  HandlerAssigned: data.HandlerAssigned,
  SupplementRequested: data.SupplementRequested,
  SupplementReceived: data.SupplementReceived,
  SupplementExpired: data.SupplementExpired,
  FinancialObligationNotified: data.FinancialObligationNotified,
  FinancialObligationSettled: data.FinancialObligationSettled,
  DossierWithdrawn: data.DossierWithdrawn,
  ProcessingStopped: data.ProcessingStopped,
  ProcessingResumed: data.ProcessingResumed,
  DossierResolved: data.DossierResolved,
  DossierOverdue: data.DossierOverdue,
  DeadlineNoticed: data.DeadlineNoticed,
  ApologyIssued: data.ApologyIssued,
  DueDateRescheduled: data.DueDateRescheduled,
  ResultReturned: data.ResultReturned,
  SatisfactionRated: data.SatisfactionRated,
  SourceEventRecorded: data.SourceEventRecorded,
  ChargeAssessed: charges.ChargeAssessed,
  PaymentCollected: charges.PaymentCollected,
  PaymentRefunded: charges.PaymentRefunded,
  ReceiptVoided: charges.ReceiptVoided,
  VerificationRecorded: coordination.VerificationRecorded,
  OpinionRequested: coordination.OpinionRequested,
  OpinionRecorded: coordination.OpinionRecorded,
  OpinionOverdueReported: coordination.OpinionOverdueReported,
  InterlinkedRouteSet: coordination.InterlinkedRouteSet,
  SubTaskOpened: coordination.SubTaskOpened,
  SubTaskCompleted: coordination.SubTaskCompleted,
  ResultApproved: coordination.ResultApproved,
  ResultHandedOver: coordination.ResultHandedOver,
  AgencyUrged: coordination.AgencyUrged,
  VoucherAttached: coordination.VoucherAttached,
  ApplicantNotified: redress.ApplicantNotified,
  ResultCorrected: redress.ResultCorrected,
  DossierLostOrDamaged: redress.DossierLostOrDamaged,
  OriginalsReturned: redress.OriginalsReturned,
  FactCorrected: redress.FactCorrected,
  DeadlineExtended: redress.DeadlineExtended,
} as const;

export type DossierEventType = keyof typeof dossierEventData;

/** The data of one type of event. */
export type DossierEventData<Type extends DossierEventType> = DataOf<typeof dossierEventData, Type>;

/** One event of a given type. */
export type DossierEventOf<Type extends DossierEventType> = EventOf<typeof dossierEventData, Type>;

/** Something that happened to a dossier, in the world, at `occurredAt`. */
export type DossierEvent = AnyEventOf<typeof dossierEventData>;

export const DOSSIER_EVENT_TYPES = typesOf(dossierEventData);

/** Makes an event; the type decides which data it takes. */
export const dossierEvent = eventMaker<typeof dossierEventData>();

/**
 * The schemas by which an event store reads and writes the events of a dossier.
 *
 * @example
 * handle(store, decider, { streamOf: dossierStream, catalog: dossierEvents })
 */
export const dossierEvents = schemasOf(dossierEventData);
