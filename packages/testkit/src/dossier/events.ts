import type { DossierEvent, DossierEventOf, DossierEventType } from "@motcua/core";
import fc from "fast-check";
import { plain } from "./plain.js";
import { anyDue, anyInstant, anyPersonal, anyTerm, anyText, LOADED_YEARS, type Span } from "./values.js";
import {
  anyActor,
  anyAgency,
  anyAmount,
  anyAmounts,
  anyBearer,
  anyChannel,
  anyCharge,
  anyCorrection,
  anyDamage,
  anyDeliveryMethod,
  anyHandler,
  anyName,
  anyNotice,
  anyNoticeChannel,
  anyNoticed,
  anyOutcome,
  anyPaymentMethod,
  anyPaymentRoute,
  anyProcedure,
  anyReceipt,
  anyRoute,
  anyRouteAgencies,
  anyUnit,
} from "./vocabulary.js";

const words = () => fc.array(anyText(), { maxLength: 3 });
const note = { note: anyPersonal() };
const violations = {
  violations: fc.array(plain({ rule: anyText(), detail: anyText() }), { minLength: 1, maxLength: 2 }),
};
const vouchers = { vouchers: fc.array(anyName(), { minLength: 1, maxLength: 2 }) };
const by = { by: anyActor() };
const attributes = () =>
  fc.dictionary(anyText(), fc.oneof(anyText(), fc.integer(), fc.boolean()), { noNullPrototype: true, maxKeys: 4 });

const money = () => ({ charge: anyCharge(), amount: anyAmount(), unit: anyUnit() });
const centre = { centre: anyText() };

/** The data of every type of event, wider than what the decider makes: imported histories hold less and more. */
const byType = (span: Span): { readonly [Type in DossierEventType]: fc.Arbitrary<object> } => ({
  DossierSubmitted: plain(
    { subjectRef: fc.uuid(), procedure: anyText(), centre: anyText(), channel: anyChannel() },
    { submitterRef: fc.uuid(), applicant: anyPersonal() },
  ),
  IntakeSupplementRequested: plain({ items: words() }, note),
  IntakeRefused: plain({ reasons: words() }, note),
  DossierReceived: plain(
    {
      subjectRef: fc.uuid(),
      centre: anyText(),
      unit: anyUnit(),
      agency: anyAgency(),
      procedure: anyProcedure(),
      channel: anyChannel(),
    },
    {
      code: anyText(),
      submitterRef: fc.uuid(),
      applicant: anyPersonal(),
      receivedBy: anyHandler(),
      deliveryMethod: anyDeliveryMethod(),
      legalTerm: anyTerm(),
      committedTerm: anyTerm(),
      promisedDue: anyDue(span),
      handOverBy: anyInstant(span),
      calendar: plain({ id: anyText(), version: anyText() }),
      policy: fc.constantFrom("QD-09-2015", "ND-61-2018", "unknown"),
      deliveringUnit: anyUnit(),
      originals: fc.array(anyName(), { maxLength: 3 }),
      immediate: fc.boolean(),
      receiptAskedFor: fc.boolean(),
      delegated: fc.boolean(),
      sourceChannel: anyText(),
      source: plain({ log: anyText(), attributes: attributes() }),
    },
  ),
  DossierForwarded: plain({ from: anyUnit(), to: anyAgency() }, { ...vouchers, ...violations }),
  DossierTransferred: plain(
    { from: anyAgency(), to: anyAgency() },
    {
      reason: anyText(),
      via: anyUnit(),
      level: fc.constantFrom("same", "upper", "lower"),
      handOverBy: anyInstant(span),
      ...vouchers,
      ...violations,
    },
  ),
  HandlerAssigned: plain({ handler: anyHandler(), agency: anyAgency() }, { due: anyDue(span) }),
  SupplementRequested: plain(
    { items: words() },
    { ...note, clock: fc.constant("runs"), waitUntil: anyDue(span), ...violations },
  ),
  SupplementReceived: plain({ clock: fc.constantFrom("restart", "extend", "pause") }, { due: anyDue(span) }),
  SupplementExpired: plain({}, { until: anyDue(span), ...by }),
  FinancialObligationNotified: plain({ amounts: anyAmounts() }),
  FinancialObligationSettled: plain({}, { receipt: anyText(), due: anyDue(span) }),
  DossierWithdrawn: plain({}, { reason: anyText(), ...note }),
  ProcessingStopped: plain({ reason: anyText() }, note),
  ProcessingResumed: plain({}, { due: anyDue(span) }),
  DossierResolved: plain({ outcome: anyOutcome() }, { reasons: words(), ...note, ...by, ...violations }),
  DossierOverdue: plain({ due: anyDue(span), noticedAt: anyInstant(span) }),
  DeadlineNoticed: plain({ ...anyNoticed(), due: anyDue(span), noticedAt: anyInstant(span) }, { of: anyName(), ...by }),
  ApologyIssued: plain({ reason: anyText() }, { kind: fc.constantFrom("delay", "loss"), ...note, ...violations }),
  DueDateRescheduled: plain({ from: anyDue(span), to: anyDue(span), reason: anyText() }),
  ResultReturned: plain({ method: anyDeliveryMethod() }, { returnedBy: anyHandler(), unit: anyUnit(), ...violations }),
  SatisfactionRated: plain({
    score: fc.integer({ min: 1, max: 5 }),
    scale: fc.constantFrom(3, 4, 5),
    aspect: fc.constantFrom("attitude", "overall"),
  }),
  SourceEventRecorded: plain(
    { log: anyText(), ordinal: fc.nat(), activity: anyText(), attributes: attributes() },
    { handler: anyHandler(), unit: anyAgency() },
  ),
  ChargeAssessed: plain({ ...money(), name: anyText(), basis: anyText() }, centre),
  PaymentCollected: plain({ ...money(), method: anyPaymentMethod(), receipt: anyReceipt() }, centre),
  PaymentRefunded: plain({ ...money(), reason: anyText() }, centre),
  ReceiptVoided: plain(
    { ...money(), receipt: anyReceipt(), reason: anyText() },
    { ...centre, replacedBy: anyReceipt() },
  ),
  VerificationRecorded: plain({ file: anyText(), agency: anyAgency() }, { ...note, ...by }),
  OpinionRequested: plain(
    { opinion: anyName(), agency: anyAgency(), content: anyText(), due: anyDue(span) },
    { ...note, ...by },
  ),
  OpinionRecorded: plain(
    { opinion: anyName(), agency: anyAgency() },
    { file: anyText(), ...note, ...violations, ...by },
  ),
  OpinionOverdueReported: plain({ opinion: anyName(), agency: anyAgency(), due: anyDue(span) }, by),
  InterlinkedRouteSet: plain({ route: anyRoute(), lead: anyAgency(), agencies: anyRouteAgencies() }, by),
  SubTaskOpened: plain({ agency: anyAgency(), due: anyDue(span) }, { lead: fc.boolean() }),
  SubTaskCompleted: plain({ agency: anyAgency() }, { handOverBy: anyInstant(span), ...violations, ...by }),
  ResultApproved: plain(by, { document: anyText(), delegated: fc.boolean() }),
  ResultHandedOver: plain({ from: anyAgency(), to: anyUnit() }, violations),
  AgencyUrged: plain(
    { agency: anyAgency(), about: fc.constantFrom("dueSoon", "overdue"), due: anyDue(span) },
    { channel: anyNoticeChannel(), ...by },
  ),
  VoucherAttached: plain({ voucher: anyName(), route: anyPaymentRoute() }, by),
  ApplicantNotified: plain(
    { notice: anyNotice(), about: anyText(), to: fc.uuid(), channel: anyNoticeChannel() },
    { text: anyPersonal(), ...by },
  ),
  ResultCorrected: plain(
    { reason: anyText(), fault: anyBearer(), cost: anyBearer() },
    { document: anyText(), ...note, ...by },
  ),
  DossierLostOrDamaged: plain(
    { damage: anyDamage(), items: fc.array(anyName(), { maxLength: 2 }), remedy: anyText() },
    { responsible: anyHandler(), ...note, ...by },
  ),
  OriginalsReturned: plain({ items: fc.array(anyName(), { maxLength: 2 }) }, by),
  FactCorrected: plain(
    { correction: anyCorrection(span), reason: anyText(), basis: anyText(), ...by, approvedBy: anyActor() },
    { promisedDue: anyDue(span), due: anyDue(span) },
  ),
  DeadlineExtended: plain(
    {
      amount: fc.integer({ min: 1, max: 20 }),
      from: anyDue(span),
      to: anyDue(span),
      reason: anyText(),
      basis: anyText(),
    },
    { ...violations, ...by },
  ),
});

/** One event of a type. */
export const anyEventOf = <Type extends DossierEventType>(
  type: Type,
  span: Span = LOADED_YEARS,
): fc.Arbitrary<DossierEventOf<Type>> =>
  plain({
    type: fc.constant(type),
    occurredAt: anyInstant(span),
    data: byType(span)[type],
  }) as unknown as fc.Arbitrary<DossierEventOf<Type>>;

/** Any event of a dossier. */
export const anyEvent = (span: Span = LOADED_YEARS): fc.Arbitrary<DossierEvent> =>
  fc.oneof(
    ...Object.keys(byType(span)).map(
      (type) => anyEventOf(type as DossierEventType, span) as fc.Arbitrary<DossierEvent>,
    ),
  );

/** Events in an order that no decider would make: that of a legacy log, or of none at all. */
export const anyEvents = (maxLength = 20, span: Span = LOADED_YEARS): fc.Arbitrary<ReadonlyArray<DossierEvent>> =>
  fc.array(anyEvent(span), { maxLength, size: "max" });
