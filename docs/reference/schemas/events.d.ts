// The data of every event of a motcua log, written from the codecs that check it.

/** Epoch milliseconds, UTC. */
export type Instant = number;
/** YYYY-MM-DD. */
export type LocalDate = string;
/** YYYY-Q1 to YYYY-Q4. */
export type Quarter = string;
/** Through the whole of a local date, or up to and including an instant. */
export type Due = { readonly kind: "date"; readonly date: LocalDate } | { readonly kind: "instant"; readonly instant: Instant };
/** What speaks of a person, sealed. */
export type Personal = { readonly subject: string; readonly sealed: string };

/** A line of `motcua export --format ndjson`. */
export interface Recorded<Type extends string, Data> {
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: Type;
  readonly schemaVersion: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly data: Data;
  readonly meta: Readonly<Record<string, unknown>>;
}

export type DossierSubmitted = { readonly subjectRef: string; readonly procedure: string; readonly centre: string; readonly channel: "inPerson" | "online" | "postal" | "other"; readonly submitterRef?: string; readonly applicant?: Personal };
export type IntakeSupplementRequested = { readonly items: ReadonlyArray<string>; readonly note?: Personal };
export type IntakeRefused = { readonly reasons: ReadonlyArray<string>; readonly note?: Personal };
export type DossierReceived = { readonly subjectRef: string; readonly centre: string; readonly unit: string; readonly agency: string; readonly procedure: { readonly code: string; readonly version: number; readonly field: string }; readonly channel: "inPerson" | "online" | "postal" | "other"; readonly code?: string; readonly submitterRef?: string; readonly applicant?: Personal; readonly receivedBy?: string; readonly deliveryMethod?: "counter" | "postal" | "online"; readonly legalTerm?: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly committedTerm?: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly promisedDue?: Due; readonly handOverBy?: Instant; readonly calendar?: { readonly id: string; readonly version: string }; readonly policy?: string; readonly deliveringUnit?: string; readonly originals?: ReadonlyArray<string>; readonly immediate?: boolean; readonly receiptAskedFor?: boolean; readonly delegated?: boolean; readonly sourceChannel?: string; readonly source?: { readonly log: string; readonly attributes: Readonly<Record<string, string | number | boolean>> } };
export type DossierForwarded = { readonly from: string; readonly to: string; readonly vouchers?: ReadonlyArray<string>; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type DossierTransferred = { readonly from: string; readonly to: string; readonly reason?: string; readonly via?: string; readonly level?: "same" | "upper" | "lower"; readonly handOverBy?: Instant; readonly vouchers?: ReadonlyArray<string>; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type HandlerAssigned = { readonly handler: string; readonly agency: string; readonly due?: Due };
export type SupplementRequested = { readonly items: ReadonlyArray<string>; readonly note?: Personal; readonly clock?: "runs"; readonly waitUntil?: Due; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type SupplementReceived = { readonly clock: "restart" | "extend" | "pause"; readonly due?: Due };
export type SupplementExpired = { readonly until?: Due; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type FinancialObligationNotified = { readonly amounts: ReadonlyArray<{ readonly kind: "fee" | "charge" | "tax"; readonly minor: number; readonly currency: string }> };
export type FinancialObligationSettled = { readonly receipt?: string; readonly due?: Due };
export type DossierWithdrawn = { readonly reason?: string; readonly note?: Personal };
export type ProcessingStopped = { readonly reason: string; readonly note?: Personal };
export type ProcessingResumed = { readonly due?: Due };
export type DossierResolved = { readonly outcome: "granted" | "refused"; readonly reasons?: ReadonlyArray<string>; readonly note?: Personal; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string }; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type DossierOverdue = { readonly due: Due; readonly noticedAt: Instant };
export type DeadlineNoticed = { readonly deadline: "dossier" | "handOver" | "handler" | "opinion" | "subTask" | "supplement"; readonly stage: "dueSoon" | "apologyOwed" | "overdue"; readonly to: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly due: Due; readonly noticedAt: Instant; readonly of?: string; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type ApologyIssued = { readonly reason: string; readonly kind?: "delay" | "loss"; readonly note?: Personal; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type DueDateRescheduled = { readonly from: Due; readonly to: Due; readonly reason: string };
export type ResultReturned = { readonly method: "counter" | "postal" | "online"; readonly returnedBy?: string; readonly unit?: string; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type SatisfactionRated = { readonly score: number; readonly scale: number; readonly aspect: string };
export type SourceEventRecorded = { readonly log: string; readonly ordinal: number; readonly activity: string; readonly attributes: Readonly<Record<string, string | number | boolean>>; readonly handler?: string; readonly unit?: string };
export type ChargeAssessed = { readonly charge: string; readonly amount: { readonly kind: "fee" | "charge" | "tax"; readonly minor: number; readonly currency: string }; readonly unit: string; readonly name: string; readonly basis: string; readonly centre?: string };
export type PaymentCollected = { readonly charge: string; readonly amount: { readonly kind: "fee" | "charge" | "tax"; readonly minor: number; readonly currency: string }; readonly unit: string; readonly method: "cash" | "transfer" | "online" | "postal"; readonly receipt: { readonly form: string; readonly symbol: string; readonly serial: string }; readonly centre?: string };
export type PaymentRefunded = { readonly charge: string; readonly amount: { readonly kind: "fee" | "charge" | "tax"; readonly minor: number; readonly currency: string }; readonly unit: string; readonly reason: string; readonly centre?: string };
export type ReceiptVoided = { readonly charge: string; readonly amount: { readonly kind: "fee" | "charge" | "tax"; readonly minor: number; readonly currency: string }; readonly unit: string; readonly receipt: { readonly form: string; readonly symbol: string; readonly serial: string }; readonly reason: string; readonly centre?: string; readonly replacedBy?: { readonly form: string; readonly symbol: string; readonly serial: string } };
export type VerificationRecorded = { readonly file: string; readonly agency: string; readonly note?: Personal; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type OpinionRequested = { readonly opinion: string; readonly agency: string; readonly content: string; readonly due: Due; readonly note?: Personal; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type OpinionRecorded = { readonly opinion: string; readonly agency: string; readonly file?: string; readonly note?: Personal; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }>; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type OpinionOverdueReported = { readonly opinion: string; readonly agency: string; readonly due: Due; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type InterlinkedRouteSet = { readonly route: "paper" | "electronic"; readonly lead: string; readonly agencies: ReadonlyArray<{ readonly agency: string; readonly term: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number } }>; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type SubTaskOpened = { readonly agency: string; readonly due: Due; readonly lead?: boolean };
export type SubTaskCompleted = { readonly agency: string; readonly handOverBy?: Instant; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }>; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type ResultApproved = { readonly by: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string }; readonly document?: string; readonly delegated?: boolean };
export type ResultHandedOver = { readonly from: string; readonly to: string; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type AgencyUrged = { readonly agency: string; readonly about: "dueSoon" | "overdue"; readonly due: Due; readonly channel?: "sms" | "email" | "phone" | "socialNetwork" | "post" | "counter"; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type VoucherAttached = { readonly voucher: string; readonly route: "agencyAccount" | "postal" | "online"; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type ApplicantNotified = { readonly notice: "resultReady" | "earlyResult" | "dueSoon" | "overdue" | "apology"; readonly about: string; readonly to: string; readonly channel: "sms" | "email" | "phone" | "socialNetwork" | "post" | "counter"; readonly text?: Personal; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type ResultCorrected = { readonly reason: string; readonly fault: "state" | "applicant"; readonly cost: "state" | "applicant"; readonly document?: string; readonly note?: Personal; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type DossierLostOrDamaged = { readonly damage: "lost" | "damaged"; readonly items: ReadonlyArray<string>; readonly remedy: string; readonly responsible?: string; readonly note?: Personal; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type OriginalsReturned = { readonly items: ReadonlyArray<string>; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type FactCorrected = { readonly correction: { readonly field: "receivedAt"; readonly from: Instant; readonly to: Instant } | { readonly field: "resolvedAt"; readonly from: Instant; readonly to: Instant } | { readonly field: "legalTerm"; readonly from: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly to: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number } } | { readonly field: "committedTerm"; readonly from: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly to: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number } } | { readonly field: "promisedDue"; readonly from: Due; readonly to: Due } | { readonly field: "agency"; readonly from: string; readonly to: string }; readonly reason: string; readonly basis: string; readonly by: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string }; readonly approvedBy: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string }; readonly promisedDue?: Due; readonly due?: Due };
export type DeadlineExtended = { readonly amount: number; readonly from: Due; readonly to: Due; readonly reason: string; readonly basis: string; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }>; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type ProcedureVersionPublished = { readonly version: number; readonly code: string; readonly name: string; readonly field: string; readonly agency: string; readonly competence: "ministry" | "province" | "district" | "commune"; readonly legalTerm: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly steps: ReadonlyArray<{ readonly name: string; readonly agency: string; readonly place: "oneStop" | "agency" | "site"; readonly term?: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number } }>; readonly components: ReadonlyArray<{ readonly name: string; readonly originals: number; readonly certifiedCopies: number; readonly photocopies: number }>; readonly applicantKinds: ReadonlyArray<"citizen" | "business" | "stateBody">; readonly fees: ReadonlyArray<{ readonly name: string; readonly amount: { readonly kind: "fee" | "charge" | "tax"; readonly minor: number; readonly currency: string } }>; readonly results: ReadonlyArray<string>; readonly requirements: ReadonlyArray<string>; readonly effectiveFrom: LocalDate; readonly basis: string; readonly channels?: ReadonlyArray<"inPerson" | "online" | "postal" | "other">; readonly sets?: number; readonly forms?: ReadonlyArray<string> };
export type TermShortened = { readonly from: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly to: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly effectiveFrom: LocalDate; readonly basis: string };
export type TermShorteningLifted = { readonly effectiveFrom: LocalDate; readonly basis: string };
export type SameDayDeclared = { readonly effectiveFrom: LocalDate; readonly basis: string };
export type SameDayLifted = { readonly effectiveFrom: LocalDate; readonly basis: string };
export type OnlineLevelSet = { readonly level: 1 | 2 | 3 | 4; readonly effectiveFrom: LocalDate; readonly basis: string };
export type OnSpotDesignated = { readonly steps: ReadonlyArray<"receive" | "appraise" | "approve" | "seal" | "deliver">; readonly effectiveFrom: LocalDate; readonly basis: string };
export type ProcedureRepealed = { readonly effectiveFrom: LocalDate; readonly basis: string };
export type UnitEstablished = { readonly code: string; readonly name: string; readonly kind: "province" | "district" | "ward" | "commune" | "centre" | "agency" | "branch"; readonly effectiveFrom: LocalDate; readonly basis: string; readonly parent?: string };
export type UnitRenamed = { readonly name: string; readonly effectiveFrom: LocalDate; readonly basis: string; readonly kind?: "province" | "district" | "ward" | "commune" | "centre" | "agency" | "branch" };
export type UnitMoved = { readonly parent: string | null; readonly effectiveFrom: LocalDate; readonly basis: string };
export type UnitDissolved = { readonly effectiveFrom: LocalDate; readonly basis: string; readonly successor?: string };
export type UnitAssessed = { readonly standard: string; readonly criteria: ReadonlyArray<{ readonly criterion: string; readonly met: boolean }>; readonly effectiveFrom: LocalDate; readonly basis: string };
export type PetitionLodged = { readonly subjectRef: string; readonly channel: "inPerson" | "online" | "postal" | "other"; readonly centre: string; readonly unit: string; readonly about: "behaviour" | "regulation" | "dossier" | "other"; readonly dossier?: string; readonly category?: string; readonly content?: Personal; readonly terms?: string; readonly calendar?: { readonly id: string; readonly version: string }; readonly deadlines?: { readonly refuse?: { readonly term: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly due: Due; readonly rule: string }; readonly askSupplement?: { readonly term: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly due: Due; readonly rule: string }; readonly forward?: { readonly term: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly due: Due; readonly rule: string }; readonly answer?: { readonly term: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly due: Due; readonly rule: string } } };
export type PetitionClassified = { readonly competence: "within" | "outside"; readonly class: "notAccepted" | "behaviour" | "regulation" };
export type PetitionRefused = { readonly reasons: ReadonlyArray<string>; readonly note?: Personal; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type PetitionSupplementRequested = { readonly items: ReadonlyArray<string>; readonly note?: Personal; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type PetitionSupplementReceived = { readonly clock: "restart" | "extend"; readonly deadline?: { readonly term: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly due: Due; readonly rule: string } };
export type PetitionForwarded = { readonly to: string; readonly answer: "here" | "there"; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type PetitionAnswered = { readonly by?: string; readonly content?: Personal; readonly publish?: { readonly term: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly due: Due; readonly rule: string }; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type AnswerPublished = { readonly where?: string; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type PetitionProlonged = { readonly reason: string; readonly to: Due; readonly from?: Due; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type PetitionReopened = { readonly reason: string; readonly note?: Personal; readonly calendar?: { readonly id: string; readonly version: string }; readonly deadlines?: { readonly refuse?: { readonly term: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly due: Due; readonly rule: string }; readonly askSupplement?: { readonly term: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly due: Due; readonly rule: string }; readonly forward?: { readonly term: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly due: Due; readonly rule: string }; readonly answer?: { readonly term: { readonly unit: "workingDay" | "calendarDay"; readonly amount: number; readonly countFrom?: "nextDay" | "instant" } | { readonly unit: "workingHour"; readonly amount: number }; readonly due: Due; readonly rule: string } } };
export type PetitionJudged = { readonly verdict: "founded" | "unfounded"; readonly by?: string; readonly basis?: string; readonly note?: Personal };
export type PetitionDeadlineNoticed = { readonly deadline: "forward" | "answer" | "publish"; readonly stage: "dueSoon" | "apologyOwed" | "overdue"; readonly to: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly due: Due; readonly noticedAt: Instant; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };
export type PetitionWithdrawn = { readonly reason?: string; readonly note?: Personal };
export type AmountRemitted = { readonly unit: string; readonly centre: string; readonly amount: { readonly kind: "fee" | "charge" | "tax"; readonly minor: number; readonly currency: string }; readonly voucher: string; readonly onHand?: number; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type QuarterSettled = { readonly unit: string; readonly centre: string; readonly quarter: Quarter; readonly lines: ReadonlyArray<{ readonly kind: "fee" | "charge" | "tax"; readonly currency: string; readonly collected: number; readonly refunded: number; readonly remitted: number; readonly onHand: number }>; readonly violations?: ReadonlyArray<{ readonly rule: string; readonly detail: string }> };
export type NumberClaimed = { readonly dossier: string; readonly number: number };
export type CalendarAmended = { readonly calendar: string; readonly from: string; readonly version: string; readonly year: number; readonly days: ReadonlyArray<{ readonly date: LocalDate; readonly kind: "working" | "receivingOnly" | "closed"; readonly reason: string; readonly basis: string; readonly off?: "holiday" | "compensatory" | "swapped"; readonly insteadOf?: LocalDate }> };
export type MessageQueued = { readonly about: { readonly kind: "dossier" | "petition"; readonly id: string }; readonly to: { readonly kind: "subject"; readonly subject: string } | { readonly kind: "office"; readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly at: string }; readonly template: string; readonly fields: Readonly<Record<string, string>>; readonly ground: string; readonly channels: ReadonlyArray<"sms" | "email" | "phone" | "socialNetwork" | "post" | "counter">; readonly sendFrom: Instant };
export type MessageSent = { readonly channel: "sms" | "email" | "phone" | "socialNetwork" | "post" | "counter"; readonly reference?: string };
export type MessageFailed = { readonly channel: "sms" | "email" | "phone" | "socialNetwork" | "post" | "counter"; readonly reason: string; readonly nextChannel: "sms" | "email" | "phone" | "socialNetwork" | "post" | "counter"; readonly sendFrom: Instant };
export type MessageGivenUp = { readonly channel: "sms" | "email" | "phone" | "socialNetwork" | "post" | "counter"; readonly reason: string };
export type MessagePostponed = { readonly sendFrom: Instant };
export type MessageDropped = { readonly reason: string };
export type MessageAcknowledged = { readonly reference?: string };
export type MessageRetried = { readonly sendFrom: Instant; readonly by?: { readonly role: "applicant" | "submitter" | "receptionOfficer" | "returningOfficer" | "cashier" | "taxOfficer" | "headOfCentre" | "agencyHead" | "handler" | "appraiser" | "approver" | "clerk" | "coordinator" | "wardOfficer" | "postalCarrier" | "inspector" | "systemTimer"; readonly id: string } };

/** A stream dossier-…: what happened to a dossier. */
export type DossierEvent =
  | Recorded<"DossierSubmitted", DossierSubmitted>
  | Recorded<"IntakeSupplementRequested", IntakeSupplementRequested>
  | Recorded<"IntakeRefused", IntakeRefused>
  | Recorded<"DossierReceived", DossierReceived>
  | Recorded<"DossierForwarded", DossierForwarded>
  | Recorded<"DossierTransferred", DossierTransferred>
  | Recorded<"HandlerAssigned", HandlerAssigned>
  | Recorded<"SupplementRequested", SupplementRequested>
  | Recorded<"SupplementReceived", SupplementReceived>
  | Recorded<"SupplementExpired", SupplementExpired>
  | Recorded<"FinancialObligationNotified", FinancialObligationNotified>
  | Recorded<"FinancialObligationSettled", FinancialObligationSettled>
  | Recorded<"DossierWithdrawn", DossierWithdrawn>
  | Recorded<"ProcessingStopped", ProcessingStopped>
  | Recorded<"ProcessingResumed", ProcessingResumed>
  | Recorded<"DossierResolved", DossierResolved>
  | Recorded<"DossierOverdue", DossierOverdue>
  | Recorded<"DeadlineNoticed", DeadlineNoticed>
  | Recorded<"ApologyIssued", ApologyIssued>
  | Recorded<"DueDateRescheduled", DueDateRescheduled>
  | Recorded<"ResultReturned", ResultReturned>
  | Recorded<"SatisfactionRated", SatisfactionRated>
  | Recorded<"SourceEventRecorded", SourceEventRecorded>
  | Recorded<"ChargeAssessed", ChargeAssessed>
  | Recorded<"PaymentCollected", PaymentCollected>
  | Recorded<"PaymentRefunded", PaymentRefunded>
  | Recorded<"ReceiptVoided", ReceiptVoided>
  | Recorded<"VerificationRecorded", VerificationRecorded>
  | Recorded<"OpinionRequested", OpinionRequested>
  | Recorded<"OpinionRecorded", OpinionRecorded>
  | Recorded<"OpinionOverdueReported", OpinionOverdueReported>
  | Recorded<"InterlinkedRouteSet", InterlinkedRouteSet>
  | Recorded<"SubTaskOpened", SubTaskOpened>
  | Recorded<"SubTaskCompleted", SubTaskCompleted>
  | Recorded<"ResultApproved", ResultApproved>
  | Recorded<"ResultHandedOver", ResultHandedOver>
  | Recorded<"AgencyUrged", AgencyUrged>
  | Recorded<"VoucherAttached", VoucherAttached>
  | Recorded<"ApplicantNotified", ApplicantNotified>
  | Recorded<"ResultCorrected", ResultCorrected>
  | Recorded<"DossierLostOrDamaged", DossierLostOrDamaged>
  | Recorded<"OriginalsReturned", OriginalsReturned>
  | Recorded<"FactCorrected", FactCorrected>
  | Recorded<"DeadlineExtended", DeadlineExtended>;

/** A stream procedure-…: what was decided about a procedure. */
export type ProcedureEvent =
  | Recorded<"ProcedureVersionPublished", ProcedureVersionPublished>
  | Recorded<"TermShortened", TermShortened>
  | Recorded<"TermShorteningLifted", TermShorteningLifted>
  | Recorded<"SameDayDeclared", SameDayDeclared>
  | Recorded<"SameDayLifted", SameDayLifted>
  | Recorded<"OnlineLevelSet", OnlineLevelSet>
  | Recorded<"OnSpotDesignated", OnSpotDesignated>
  | Recorded<"ProcedureRepealed", ProcedureRepealed>;

/** A stream unit-…: what was decided about a unit. */
export type UnitEvent =
  | Recorded<"UnitEstablished", UnitEstablished>
  | Recorded<"UnitRenamed", UnitRenamed>
  | Recorded<"UnitMoved", UnitMoved>
  | Recorded<"UnitDissolved", UnitDissolved>
  | Recorded<"UnitAssessed", UnitAssessed>;

/** A stream petition-…: what happened to a petition. */
export type PetitionEvent =
  | Recorded<"PetitionLodged", PetitionLodged>
  | Recorded<"PetitionClassified", PetitionClassified>
  | Recorded<"PetitionRefused", PetitionRefused>
  | Recorded<"PetitionSupplementRequested", PetitionSupplementRequested>
  | Recorded<"PetitionSupplementReceived", PetitionSupplementReceived>
  | Recorded<"PetitionForwarded", PetitionForwarded>
  | Recorded<"PetitionAnswered", PetitionAnswered>
  | Recorded<"AnswerPublished", AnswerPublished>
  | Recorded<"PetitionProlonged", PetitionProlonged>
  | Recorded<"PetitionReopened", PetitionReopened>
  | Recorded<"PetitionJudged", PetitionJudged>
  | Recorded<"PetitionDeadlineNoticed", PetitionDeadlineNoticed>
  | Recorded<"PetitionWithdrawn", PetitionWithdrawn>;

/** A stream treasury-…: what a unit did with money. */
export type TreasuryEvent =
  | Recorded<"AmountRemitted", AmountRemitted>
  | Recorded<"QuarterSettled", QuarterSettled>;

/** A stream dossierNumbers-…: numbers of dossier codes, by unit and day. */
export type DossierNumbersEvent =
  | Recorded<"NumberClaimed", NumberClaimed>;

/** A stream calendar-…: changes of a calendar. */
export type CalendarEvent =
  | Recorded<"CalendarAmended", CalendarAmended>;

/** A stream message-…: what became of a message. */
export type MessageEvent =
  | Recorded<"MessageQueued", MessageQueued>
  | Recorded<"MessageSent", MessageSent>
  | Recorded<"MessageFailed", MessageFailed>
  | Recorded<"MessageGivenUp", MessageGivenUp>
  | Recorded<"MessagePostponed", MessagePostponed>
  | Recorded<"MessageDropped", MessageDropped>
  | Recorded<"MessageAcknowledged", MessageAcknowledged>
  | Recorded<"MessageRetried", MessageRetried>;
