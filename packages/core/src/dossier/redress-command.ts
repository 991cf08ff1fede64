import type { Personal } from "../personal/personal.js";
import type { Asked } from "./asked.js";
import type { Correction } from "./redress-data.js";
import type { Actor } from "./role.js";
import type { Bearer, Damage, Notice, NoticeChannel } from "./vocabulary.js";

/** What it is about, and to whom it goes, follows from the dossier. */
export type NotifyApplicant = Asked<"notifyApplicant", { notice: Notice; channel: NoticeChannel; text?: Personal }>;
/** `document` names the corrected result. */
export type CorrectResult = Asked<
  "correctResult",
  { reason: string; fault: Bearer; document?: string; note?: Personal }
>;
/** `responsible` is the opaque staff id of who answers for it. */
export type ReportLoss = Asked<
  "reportLoss",
  {
    damage: Damage;
    items: ReadonlyArray<string>;
    reason: string;
    remedy: string;
    responsible?: string;
    note?: Personal;
  }
>;
/** Originals by the names under which they were handed in. */
export type ReturnOriginals = Asked<"returnOriginals", { items: ReadonlyArray<string> }>;
/** `correction.from` is what the ledger says now. Who corrects and who approves it are two people. */
export type CorrectFact = Asked<
  "correctFact",
  { correction: Correction; reason: string; basis: string; by: Actor; approvedBy: Actor }
>;
/** `amount` is in the unit of the dossier's term. */
export type ExtendDeadline = Asked<"extendDeadline", { amount: number; reason: string; basis: string }>;

/** What is asked for to inform the applicant and to make things good. */
export type RedressCommand =
  | NotifyApplicant
  | CorrectResult
  | ReportLoss
  | ReturnOriginals
  | CorrectFact
  | ExtendDeadline;
