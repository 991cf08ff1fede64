import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { isPast } from "../calendar/due.js";
import { breach, flags } from "./breach.js";
import { dueOf, extend } from "./clock.js";
import { correctFact } from "./correction.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, dossierEvent } from "./event.js";
import { notifyApplicant } from "./notice.js";
import { without } from "./originals.js";
import type { CorrectResult, ExtendDeadline, RedressCommand, ReportLoss, ReturnOriginals } from "./redress-command.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";

type Decision = Either<DossierError, ReadonlyArray<DossierEvent>>;

/** What is asked for to inform the applicant and to make things good. */
export const redress = (rules: Rules, command: RedressCommand, state: DossierState): Decision => {
  switch (command.type) {
    case "notifyApplicant":
      return notifyApplicant(rules, command, state);
    case "correctResult":
      return correctResult(command);
    case "reportLoss":
      return reportLoss(command);
    case "returnOriginals":
      return returnOriginals(command, state);
    case "correctFact":
      return correctFact(rules, command, state);
    case "extendDeadline":
      return extendDeadline(rules, command, state);
  }
};

/** Whose fault it was pays: the State corrects its own mistakes at its own cost (NĐ 61/2018, Đ21). */
const correctResult = ({ at, by, reason, fault, document, note }: CorrectResult): Decision =>
  reason.trim() === ""
    ? left({ code: "ReasonsMissing" })
    : right([
        dossierEvent("ResultCorrected", at, {
          reason,
          fault,
          cost: fault,
          ...(document && { document }),
          ...(note && { note }),
          ...(by && { by }),
        }),
      ]);

/** Lost or damaged papers: made good, with who answers for it, and with an apology (NĐ 61/2018, Đ21). */
const reportLoss = ({ at, by, damage, items, reason, remedy, responsible, note }: ReportLoss): Decision => {
  if (items.length === 0) return left({ code: "ContentMissing", field: "items" });
  if (remedy.trim() === "") return left({ code: "ContentMissing", field: "remedy" });
  return right([
    dossierEvent("DossierLostOrDamaged", at, {
      damage,
      items,
      remedy,
      ...(responsible && { responsible }),
      ...(note && { note }),
      ...(by && { by }),
    }),
    dossierEvent("ApologyIssued", at, { reason, kind: "loss" }),
  ]);
};

/** NĐ 61/2018, Đ20.2. */
const returnOriginals = ({ at, by, items }: ReturnOriginals, { originals }: DossierState): Decision => {
  if (items.length === 0) return left({ code: "ContentMissing", field: "items" });
  const { missing } = without(originals, items);
  return missing.length > 0
    ? left({ code: "OriginalsNotHeld", items: missing })
    : right([dossierEvent("OriginalsReturned", at, { items, ...(by && { by }) })]);
};

/**
 * The term is made longer, on a legal basis that is said. Unlike the rescheduling of Đ19.9 it moves the due date that
 * punctuality is measured by; extended only after that date has passed, it is flagged.
 */
const extendDeadline = (
  { calendar }: Rules,
  { at, by, amount, reason, basis }: ExtendDeadline,
  state: DossierState,
): Decision => {
  const { clock, due: from } = state;
  if (clock === null || from === null) return left({ code: "NoDeadline" });
  if (!(Number.isSafeInteger(amount) && amount > 0)) return left({ code: "TermRefused", detail: "notPositive" });
  if (basis.trim() === "") return left({ code: "ContentMissing", field: "basis" });
  const to = dueOf(calendar)(extend(clock, amount));
  if (isLeft(to)) return to;
  const late = clock.stopped === null && isPast(calendar.zone, from, at);
  return right([
    dossierEvent("DeadlineExtended", at, {
      amount,
      from,
      to: to.right,
      reason,
      basis,
      ...flags(late ? breach(state, "D19.9", "extended after the due date had passed") : []),
      ...(by && { by }),
    }),
  ]);
};
