import type { Personal } from "../personal/personal.js";
import type { Term } from "../time/term.js";
import type { Asked } from "./asked.js";
import type { Actor } from "./role.js";
import type { NoticeChannel, PaymentRoute, Route } from "./vocabulary.js";

/** `file` names the file of what was verified; `agency` is left out where the agency in charge verified it. */
export type RecordVerification = Asked<"recordVerification", { file: string; agency?: string; note?: Personal }>;
/** `opinion` is a name for this request within the dossier, given by who asks. */
export type RequestOpinion = Asked<
  "requestOpinion",
  { opinion: string; agency: string; content: string; term: Term; note?: Personal }
>;
/** `file` names the file of the opinion. */
export type RecordOpinion = Asked<"recordOpinion", { opinion: string; file?: string; note?: Personal }>;
/** To the head of the one-stop, once the opinion's own due date has passed. */
export type ReportOpinionOverdue = Asked<"reportOpinionOverdue", { opinion: string }>;
/** The agencies in the order set by the one-stop, each with its own term; one of them leads. */
export type OpenSubTasks = Asked<
  "openSubTasks",
  { route: Route; lead: string; agencies: ReadonlyArray<{ readonly agency: string; readonly term: Term }> }
>;
/** The agency has done its part. */
export type CompleteSubTask = Asked<"completeSubTask", { agency: string }>;
/** By whom is no choice here: who approves is what an approval says. */
export type Approve = Asked<"approve", { by: Actor; document?: string }>;
/** `to` is left out where the result goes to where the applicant is to get it. */
export type HandOverResult = Asked<"handOverResult", { to?: string }>;
/** `agency` is left out where it is the one in charge. */
export type UrgeAgency = Asked<"urgeAgency", { agency?: string; channel?: NoticeChannel }>;
/** `voucher` is the number of the proof of payment. */
export type AttachVoucher = Asked<"attachVoucher", { voucher: string; route: PaymentRoute }>;

/** What is asked for among agencies and the one-stop. */
export type CoordinationCommand =
  | RecordVerification
  | RequestOpinion
  | RecordOpinion
  | ReportOpinionOverdue
  | OpenSubTasks
  | CompleteSubTask
  | Approve
  | HandOverResult
  | UrgeAgency
  | AttachVoucher;
