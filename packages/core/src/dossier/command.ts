import type { DeadlineStage, DossierDeadline } from "../deadline/vocabulary.js";
import type { Amount } from "../money/amount.js";
import type { Personal, SubjectRef } from "../personal/personal.js";
import type { Due, Term } from "../time/term.js";
import type { Asked } from "./asked.js";
import type { ChargeCommand } from "./charge-command.js";
import type { CoordinationCommand } from "./coordination-command.js";
import type { RedressCommand } from "./redress-command.js";
import type { Role } from "./role.js";
import type { Channel, DeliveryMethod, Level, Outcome, ProcedureRef } from "./vocabulary.js";

export type Submit = Asked<
  "submit",
  {
    subjectRef: SubjectRef;
    procedure: string;
    centre: string;
    channel: Channel;
    submitterRef?: SubjectRef;
    applicant?: Personal;
  }
>;
export type RequestIntakeSupplement = Asked<
  "requestIntakeSupplement",
  { items: ReadonlyArray<string>; note?: Personal }
>;
export type RefuseIntake = Asked<"refuseIntake", { reasons: ReadonlyArray<string>; note?: Personal }>;
export type Receive = Asked<
  "receive",
  {
    /** The number that was claimed for it (see `dossierCode`). */
    code: string;
    subjectRef: SubjectRef;
    centre: string;
    unit: string;
    agency: string;
    procedure: ProcedureRef;
    channel: Channel;
    legalTerm: Term;
    /** Shorter than the legal term, where the centre has announced one. */
    committedTerm?: Term;
    deliveryMethod?: DeliveryMethod;
    receivedBy?: string;
    submitterRef?: SubjectRef;
    applicant?: Personal;
    /** The unit at which the applicant gets the result, where it is not the one that receives the dossier. */
    deliveringUnit?: string;
    /** Originals that were handed in and have to be given back (NĐ 61/2018, Đ20.2). */
    originals?: ReadonlyArray<string>;
    /** Of a procedure with an immediate result: no appointment receipt is needed (NĐ 61/2018, Đ17.4). */
    immediate?: boolean;
    /** The applicant asked for an appointment receipt all the same. */
    receiptAskedFor?: boolean;
    /** The one-stop's staff have been given the power to decide it on the day itself (NĐ 61/2018, Đ17.5). */
    delegated?: boolean;
  }
>;
export type Forward = Asked<"forward", { to: string }>;
export type Transfer = Asked<
  "transfer",
  {
    to: string;
    reason?: string;
    /** The other agency's one-stop, through which it goes (NĐ 61/2018, Đ18.3, Đ19.7). */
    via?: string;
    level?: Level;
  }
>;
/** `term` is the handler's own part of the time, where one is set. */
export type AssignHandler = Asked<"assignHandler", { handler: string; term?: Term }>;
export type RequestSupplement = Asked<
  "requestSupplement",
  { items: ReadonlyArray<string> /** Who tells the applicant. */; through: "oneStop" | "agency"; note?: Personal }
>;
export type ReceiveSupplement = Asked<"receiveSupplement">;
export type ExpireSupplement = Asked<"expireSupplement">;
export type NotifyObligation = Asked<"notifyObligation", { amounts: ReadonlyArray<Amount> }>;
export type SettleObligation = Asked<"settleObligation", { receipt?: string }>;
export type Withdraw = Asked<"withdraw", { reason?: string; note?: Personal }>;
export type Stop = Asked<"stop", { reason: string; note?: Personal }>;
export type Resume = Asked<"resume">;
export type Resolve = Asked<"resolve", { outcome: Outcome; reasons?: ReadonlyArray<string>; note?: Personal }>;
export type NoteOverdue = Asked<"noteOverdue">;
/** Somebody is warned of a date that is near or has passed; `of` says whose it is. */
export type NoteDeadline = Asked<
  "noteDeadline",
  { deadline: DossierDeadline; of?: string; stage: DeadlineStage; to: Role }
>;
export type ApologiseAndReschedule = Asked<"apologiseAndReschedule", { reason: string; to: Due; note?: Personal }>;
export type ReturnResult = Asked<"returnResult", { method: DeliveryMethod; returnedBy?: string; unit?: string }>;
export type RateSatisfaction = Asked<"rateSatisfaction", { score: number; scale: number; aspect: string }>;
/** Everything that can be asked of a dossier. */
export type DossierCommand =
  | Submit
  | RequestIntakeSupplement
  | RefuseIntake
  | Receive
  | Forward
  | Transfer
  | AssignHandler
  | RequestSupplement
  | ReceiveSupplement
  | ExpireSupplement
  | NotifyObligation
  | SettleObligation
  | Withdraw
  | Stop
  | Resume
  | Resolve
  | NoteOverdue
  | NoteDeadline
  | ApologiseAndReschedule
  | ReturnResult
  | RateSatisfaction
  | ChargeCommand
  | CoordinationCommand
  | RedressCommand;
