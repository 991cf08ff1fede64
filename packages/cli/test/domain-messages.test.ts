import { describe, expect, it } from "vitest";
import { type DomainError, domainMessage } from "../src/index.js";

type Samples = { readonly [Code in DomainError["code"]]: ReadonlyArray<Extract<DomainError, { readonly code: Code }>> };

const due = { kind: "date", date: "2018-07-09" } as const;
const later = { kind: "instant", instant: Date.parse("2018-07-10T09:30+07:00") } as const;
const receipt = { form: "01BLP", symbol: "AA-18P", serial: "0000001" };
const form = { regulation: "TT-01-2018", number: "08" } as const;
const requestedAt = Date.parse("2018-07-03T10:00+07:00");

/** Every error of the domain, in each of its details. The type asks for all of them. */
const samples: Samples = {
  CommandRefused: [
    {
      code: "CommandRefused",
      command: "receive",
      faults: ["code: must be string", "kode: is not known here; known: at"],
    },
    { code: "CommandRefused", command: null, faults: ["type: must be one of submit, receive"] },
  ],
  InstantRefused: [
    { code: "InstantRefused", at: 0.5 },
    { code: "InstantRefused", at: 9e15 },
    { code: "InstantRefused", at: Number.NaN },
  ],
  EffectiveDateRefused: [{ code: "EffectiveDateRefused", effectiveFrom: "2018-02-30" }],
  TermRefused: [
    { code: "TermRefused", detail: "notPositive" },
    { code: "TermRefused", detail: "otherUnit" },
    { code: "TermRefused", detail: "longerThanLegal" },
  ],
  AmountRefused: [{ code: "AmountRefused" }],
  ReasonsMissing: [{ code: "ReasonsMissing" }],
  CalendarYearMissing: [{ code: "CalendarYearMissing", year: 2031, calendar: "vn" }],
  CalendarFault: [{ code: "CalendarFault", detail: "vn: 2018-02-30 does not exist" }],
  PolicyMissing: [{ code: "PolicyMissing", date: "2001-01-02" }],
  NumbersExhausted: [{ code: "NumbersExhausted", last: 9_999 }],
  DossierCodeRefused: [
    { code: "DossierCodeRefused", detail: "form" },
    { code: "DossierCodeRefused", detail: "date" },
  ],
  TimeZoneUnknown: [{ code: "TimeZoneUnknown", name: "Asia/Nowhere" }],
  PersonalDataUnavailable: [
    { code: "PersonalDataUnavailable", subject: "s-1", reason: "erased" },
    { code: "PersonalDataUnavailable", subject: "s-1", reason: "noKeyStore" },
    { code: "PersonalDataUnavailable", subject: "s-1", reason: "unreachable" },
    { code: "PersonalDataUnavailable", subject: "s-1", reason: "unknown" },
  ],
  NotPossibleNow: [
    { code: "NotPossibleNow", command: "resolve", status: "returned", possible: ["received"] },
    { code: "NotPossibleNow", command: "resume", status: "unknown", possible: ["stopped"] },
  ],
  SupplementAlreadyRequested: [
    { code: "SupplementAlreadyRequested", max: 1, requestedAt },
    { code: "SupplementAlreadyRequested", max: 1, requestedAt: null },
  ],
  SupplementNotExpired: [{ code: "SupplementNotExpired", until: due }],
  AlreadyRescheduled: [
    { code: "AlreadyRescheduled", max: 1, due },
    { code: "AlreadyRescheduled", max: 1, due: null },
  ],
  RescheduledNotLater: [{ code: "RescheduledNotLater", due: later, to: due }],
  NotOverdue: [
    { code: "NotOverdue", due },
    { code: "NotOverdue", due: null },
  ],
  OverdueAlreadyNoticed: [{ code: "OverdueAlreadyNoticed", due }],
  DeadlineNotOpen: [
    { code: "DeadlineNotOpen", deadline: "dossier", of: null },
    { code: "DeadlineNotOpen", deadline: "opinion", of: "opinion-1" },
  ],
  DeadlineStageRefused: [{ code: "DeadlineStageRefused", stage: "dueSoon", due }],
  DeadlineAlreadyNoticed: [{ code: "DeadlineAlreadyNoticed", stage: "overdue", due: later }],
  RatingOutOfScale: [{ code: "RatingOutOfScale", score: 7, scale: 5 }],
  NoDeadline: [{ code: "NoDeadline" }],
  NoticeWithoutGround: [{ code: "NoticeWithoutGround", notice: "apology" }],
  AlreadyNotified: [{ code: "AlreadyNotified", notice: "dueSoon", about: "2018-07-09" }],
  OriginalsNotHeld: [{ code: "OriginalsNotHeld", items: ["land certificate"] }],
  FactDiffers: [{ code: "FactDiffers", field: "agency" }],
  FactDerived: [{ code: "FactDerived", field: "promisedDue" }],
  RoleRefused: [{ code: "RoleRefused", command: "approve", role: "clerk", allowed: ["approver"] }],
  DutiesNotSeparate: [{ code: "DutiesNotSeparate", command: "approve", id: "staff-1" }],
  ContentMissing: [{ code: "ContentMissing", field: "basis" }],
  OpinionAlreadyRequested: [{ code: "OpinionAlreadyRequested", opinion: "opinion-1" }],
  OpinionNotOpen: [{ code: "OpinionNotOpen", opinion: "opinion-1" }],
  OpinionNotOverdue: [{ code: "OpinionNotOverdue", due: later }],
  OpinionAlreadyReported: [{ code: "OpinionAlreadyReported", opinion: "opinion-1" }],
  RouteRefused: [
    { code: "RouteRefused", detail: "tooFew" },
    { code: "RouteRefused", detail: "agencyTwice" },
    { code: "RouteRefused", detail: "leadMissing" },
  ],
  SubTasksStillOpen: [{ code: "SubTasksStillOpen", agencies: ["tax office"] }],
  SubTaskNotOpen: [{ code: "SubTaskNotOpen", agency: "tax office" }],
  VoucherAlreadyAttached: [{ code: "VoucherAlreadyAttached", voucher: "UNC-0001" }],
  ChargeUnknown: [{ code: "ChargeUnknown", charge: "charge-9" }],
  CurrencyDiffers: [{ code: "CurrencyDiffers", charge: "charge-1", currency: "VND", given: "USD" }],
  MoreThanAssessed: [{ code: "MoreThanAssessed", charge: "charge-1", assessed: 300, paid: 200, given: 101 }],
  MoreThanCollected: [{ code: "MoreThanCollected", charge: "charge-1", collected: 300, refunded: 301 }],
  ReceiptAlreadyUsed: [{ code: "ReceiptAlreadyUsed", receipt }],
  ReceiptNotValid: [
    { code: "ReceiptNotValid", receipt, detail: "unknown" },
    { code: "ReceiptNotValid", receipt, detail: "voided" },
  ],
  TreasuryOfOtherUnit: [{ code: "TreasuryOfOtherUnit", unit: "one-stop", given: "land office" }],
  VoucherAlreadyUsed: [{ code: "VoucherAlreadyUsed", voucher: "CT-1" }],
  QuarterRefused: [
    { code: "QuarterRefused", quarter: "2018-Q5", detail: "unknown" },
    { code: "QuarterRefused", quarter: "2018-Q3", detail: "notOver" },
  ],
  QuarterAlreadySettled: [{ code: "QuarterAlreadySettled", quarter: "2018-Q3" }],
  SettlementLineTwice: [{ code: "SettlementLineTwice", kind: "fee", currency: "VND" }],
  ProcedureUnknown: [{ code: "ProcedureUnknown" }],
  ProcedureNotInForce: [
    { code: "ProcedureNotInForce", procedure: "1.001776", date: "2018-07-02", standing: "notYet" },
    { code: "ProcedureNotInForce", procedure: "1.001776", date: "2018-07-02", standing: "repealed" },
  ],
  OtherProcedure: [{ code: "OtherProcedure", procedure: "1.001776", given: "2.000908" }],
  VersionNotLater: [{ code: "VersionNotLater", effectiveFrom: "2018-01-01", lastEffectiveFrom: "2018-06-01" }],
  FeeRefused: [{ code: "FeeRefused", fee: "survey fee" }],
  ComponentRefused: [{ code: "ComponentRefused", component: "map" }],
  TermNotShortened: [
    {
      code: "TermNotShortened",
      legalTerm: { unit: "workingDay", amount: 10 },
      committedTerm: { unit: "workingHour", amount: 80 },
    },
  ],
  OnlineLevelRefused: [{ code: "OnlineLevelRefused", level: 5 }],
  UnitUnknown: [{ code: "UnitUnknown" }],
  UnitNotInForce: [
    { code: "UnitNotInForce", unit: "H05.12", date: "2025-07-01", standing: "notYet" },
    { code: "UnitNotInForce", unit: "H05.12", date: "2025-07-01", standing: "dissolved" },
  ],
  UnitAlreadyEstablished: [{ code: "UnitAlreadyEstablished", unit: "H05.12", effectiveFrom: "2025-07-01" }],
  OtherUnit: [{ code: "OtherUnit", unit: "H05.12", given: "H05.13" }],
  UnitOfItself: [
    { code: "UnitOfItself", unit: "H05.12", as: "parent" },
    { code: "UnitOfItself", unit: "H05.12", as: "successor" },
  ],
  CriteriaMissing: [{ code: "CriteriaMissing" }],
  CriterionTwice: [{ code: "CriterionTwice", criterion: "friendly" }],
  PetitionNotPossibleNow: [
    { code: "PetitionNotPossibleNow", command: "judge", status: "unknown", possible: ["lodged", "answered"] },
  ],
  PetitionTermsMissing: [{ code: "PetitionTermsMissing", date: "2007-01-02" }],
  ProlongedNotLater: [{ code: "ProlongedNotLater", due, to: due }],
  AnswerAlreadyPublished: [{ code: "AnswerAlreadyPublished", publishedAt: requestedAt }],
  FormUnknown: [{ code: "FormUnknown", form }],
  FormNotIssued: [{ code: "FormNotIssued", form }],
  FormIsABook: [{ code: "FormIsABook", form }],
  DossierCodeMissing: [{ code: "DossierCodeMissing", status: "submitted" }],
  NationalStatusMissing: [{ code: "NationalStatusMissing", status: "unknown" }],
};

/** Members whose values are said in words, or are words of the message itself. */
const IN_WORDS = new Set([
  "code",
  "detail",
  "standing",
  "as",
  "reason",
  "status",
  "possible",
  "kind",
  "unit",
  "faults",
]);

/** The values that a message must name: places and instants as people write them, terms as `10wd`. */
const valuesOf = (key: string, value: unknown): ReadonlyArray<string> => {
  if (typeof value === "number")
    return key === "requestedAt" || key === "publishedAt" || key === "instant"
      ? [new Date(value + 7 * 3_600_000).toISOString().slice(0, 16)]
      : [String(value)];
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([member, inner]) =>
    IN_WORDS.has(member) && !(member === "unit" && String(inner).includes(".")) ? [] : valuesOf(member, inner),
  );
};

describe.each(
  Object.values<ReadonlyArray<DomainError>>(samples)
    .flat()
    .map((error) => [error.code, error] as const),
)("%s", (_, error) => {
  const { en, vi } = domainMessage(error);

  it("names its values in both languages", () => {
    for (const value of valuesOf("", error)) {
      expect(en).toContain(value);
      expect(vi).toContain(value);
    }
  });

  it("says it in each language, in whole sentences, with nothing left unsaid", () => {
    for (const text of [en, vi]) {
      expect(text).toMatch(/\S.{15,}([.…])$/su);
      expect(text).not.toMatch(/undefined|null|\[object/);
    }
    expect(vi).not.toBe(en);
    expect(vi).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/iu);
  });
});

it("details of one error are said differently", () => {
  for (const errors of Object.values<ReadonlyArray<DomainError>>(samples)) {
    expect(new Set(errors.map((error) => domainMessage(error).en)).size).toBe(errors.length);
    expect(new Set(errors.map((error) => domainMessage(error).vi)).size).toBe(errors.length);
  }
});

it("faults are said in Vietnamese, their places as they are written", () => {
  const faults = [
    "code: must be string",
    "at: must be whole milliseconds, from year 1 to 9999",
    'channel: must be "inPerson" | "online"',
    "kode: is not known here; known: at, code",
    "type: must be one of submit, receive",
    "reason: must be left out, or have a value",
    "note: something else",
  ];
  expect(domainMessage({ code: "CommandRefused", command: "receive", faults }).vi).toBe(
    "receive: code: phải là chuỗi ký tự; at: phải là số mili giây nguyên, từ năm 1 đến năm 9999; " +
      'channel: phải là "inPerson" | "online"; kode: không có ở đây; được dùng: at, code; ' +
      "type: phải là một trong submit, receive; reason: phải bỏ đi, hoặc có giá trị; note: something else. Hãy sửa và yêu cầu lại.",
  );
});
