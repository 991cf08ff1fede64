import type { DossierEventOf } from "../dossier/event.js";
import { lastOf } from "../dossier/last-of.js";
import { applicantFields, contentOf, type FormFacts, nameOf } from "./form-details.js";
import { type FormBody, type FormField, type FormSignature, type FormTable, field } from "./form-document.js";
import { text } from "./form-text.js";
import { dueWords, instantWords } from "./form-words.js";

/** The forms that tell the applicant something, each from the last fact of its kind. */

/** Form 02: what is missing, all of it at once (NĐ 61/2018, Đ17.2a, Đ19.4). */
export const supplementForm = (
  facts: FormFacts,
  { data }: DossierEventOf<"SupplementRequested" | "IntakeSupplementRequested">,
): FormBody => {
  const { details } = facts;
  return {
    fields: [
      numberField(facts),
      ...applicantFields(facts),
      field("Lý do", "Why", details.people?.note),
      field("Người hướng dẫn", "Guidance by", details.officer?.name),
      field("Số điện thoại người hướng dẫn", "Phone for guidance", details.officer?.phone),
    ],
    tables: [missingTable(data.items)],
    signatures: [signature(facts, "Người hướng dẫn", "Guidance by")],
  };
};

/** Form 03: refused at intake, or as the result after appraisal, with reasons (NĐ 61/2018, Đ17.2a, Đ19.8). */
export const refusalForm = (
  facts: FormFacts,
  { data }: DossierEventOf<"IntakeRefused" | "DossierResolved">,
): FormBody => ({
  fields: [
    numberField(facts),
    ...applicantFields(facts),
    field("Lý do từ chối", "Reasons", joined(data.reasons ?? [], facts.details.people?.note)),
  ],
  tables: [],
  signatures: [signature(facts, "Người từ chối", "Refused by")],
});

/** Form 04: an apology, why, and the new date (NĐ 61/2018, Đ19.9). */
export const apologyForm = (facts: FormFacts, { data }: DossierEventOf<"ApologyIssued">): FormBody => {
  const { history, received, details, state } = facts;
  const { zone, people = {} } = details;
  const sinceApology = history.slice(history.findLastIndex(({ type }) => type === "ApologyIssued"));
  const rescheduled = lastOf(sinceApology, "DueDateRescheduled");
  const old = rescheduled?.data.from ?? state.due;
  return {
    fields: [
      numberField(facts),
      field("Kính gửi", "To", people.applicant?.name),
      field("Thời điểm tiếp nhận hồ sơ", "Received at", received && instantWords(zone, received.occurredAt)),
      field("Nội dung yêu cầu giải quyết", "What is asked for", contentOf(facts)),
      field("Ngày hẹn trả kết quả", "Result was promised by", old && dueWords(zone, old)),
      field("Lý do chưa trả được kết quả", "Why it is not ready", joined([data.reason], people.note)),
      field("Cơ quan, đơn vị chủ trì", "Agency in charge", nameOf(details, state.agency)),
      field("Ngày hẹn trả mới", "New date", rescheduled && dueWords(zone, rescheduled.data.to)),
    ],
    tables: [],
    signatures: [signature(facts, "Thủ trưởng cơ quan, đơn vị", "Head of the agency")],
  };
};

/** Form 05 of TT 03/2025: processing has stopped, and why. Its annex was not read; these are the facts there are. */
export const stopForm = (
  facts: FormFacts,
  stopped: DossierEventOf<"ProcessingStopped" | "SupplementExpired">,
): FormBody => {
  const { received, details, state } = facts;
  const { zone, people = {} } = details;
  const reason = "reason" in stopped.data ? stopped.data.reason : undefined;
  return {
    fields: [
      numberField(facts),
      field("Kính gửi", "To", people.applicant?.name),
      field("Thời điểm tiếp nhận hồ sơ", "Received at", received && instantWords(zone, received.occurredAt)),
      field("Nội dung yêu cầu giải quyết", "What is asked for", contentOf(facts)),
      field("Dừng giải quyết từ", "Stopped at", instantWords(zone, stopped.occurredAt)),
      field(
        "Lý do dừng giải quyết",
        "Why",
        reason === undefined
          ? text("Quá thời hạn bổ sung hồ sơ", "what was missing was not handed in")
          : joined([reason], people.note),
      ),
      field("Cơ quan, đơn vị giải quyết", "Agency", nameOf(details, state.agency)),
    ],
    tables: [],
    signatures: [signature(facts, "Thủ trưởng cơ quan, đơn vị", "Head of the agency")],
  };
};

const numberField = ({ details }: FormFacts): FormField => field("Số", "Number", details.documentNumber);

const signature = ({ details }: FormFacts, vi: string, en: string): FormSignature => ({
  role: text(vi, en),
  name: details.officer?.name ?? null,
});

const missingTable = (items: ReadonlyArray<string>): FormTable => ({
  title: text("Giấy tờ cần bổ sung", "Papers that are missing"),
  columns: [text("STT", "No."), text("Tên giấy tờ", "Paper")],
  rows: items.map((item, n) => [String(n + 1), item]),
});

const joined = (reasons: ReadonlyArray<string>, note: string | undefined): string =>
  [...reasons, ...(note === undefined ? [] : [note])].join("; ");
