import { contentOf, type FormFacts, nameOf } from "./form-details.js";
import { type FormBody, type FormTable, field } from "./form-document.js";
import { text } from "./form-text.js";
import { channelWords, deliveryWords, dueWords, instantWords, termWords } from "./form-words.js";

/** Form 01: what was handed in and until when the result is promised (NĐ 61/2018, Đ17.3; TT 01/2018, Đ9). */
export const appointmentForm = (facts: FormFacts): FormBody => {
  const { received, details } = facts;
  const { zone, people = {} } = details;
  const applicant = people.applicant;
  const submitter = people.submitter ?? applicant;
  const data = received?.data;
  return {
    fields: [
      field("Đơn vị tiếp nhận", "Received by", nameOf(details, data?.unit)),
      field("Người nộp hồ sơ", "Handed in by", submitter?.name),
      field("Hình thức nộp", "Handed in", data && channelWords[data.channel]),
      field("Địa chỉ", "Address", submitter?.address),
      field("Số điện thoại", "Phone", submitter?.phone),
      field("E-mail", "E-mail", submitter?.email),
      field("Số giấy tờ tùy thân", "Identity paper", submitter?.identity),
      field("Nội dung yêu cầu giải quyết", "What is asked for", contentOf(facts)),
      field("Chủ hồ sơ", "Applicant", applicant?.name),
      field("Địa chỉ chủ hồ sơ", "Applicant's address", applicant?.address),
      field("Số lượng hồ sơ (bộ)", "Sets of papers", details.copies?.toString()),
      field("Thời gian giải quyết theo quy định", "Term by law", data?.legalTerm && termWords(data.legalTerm)),
      // The law's term and the announced one are two numbers, and the date follows from the shorter.
      ...(data?.committedTerm === undefined
        ? []
        : [field("Thời gian giải quyết đã rút ngắn", "Announced term", termWords(data.committedTerm))]),
      field("Thời điểm nhận hồ sơ", "Received at", received && instantWords(zone, received.occurredAt)),
      field("Thời điểm trả kết quả", "Result promised by", data?.promisedDue && dueWords(zone, data.promisedDue)),
      field(
        "Nơi nhận kết quả",
        "Result to be had",
        details.returnPlace ?? (data?.deliveryMethod && deliveryWords[data.deliveryMethod]),
      ),
    ],
    tables: details.components === undefined ? [] : [componentsTable(details.components)],
    signatures: [
      { role: text("Người nộp hồ sơ", "Handed in by"), name: submitter?.name ?? null },
      {
        role: text("Người tiếp nhận hồ sơ", "Received by"),
        name: details.officer?.name ?? nameOf(details, data?.receivedBy),
      },
    ],
  };
};

const componentsTable = (components: NonNullable<FormFacts["details"]["components"]>): FormTable => ({
  title: text("Thành phần hồ sơ", "Papers"),
  columns: [
    text("STT", "No."),
    text("Tên giấy tờ", "Paper"),
    text("Bản chính", "Originals"),
    text("Bản chứng thực", "Certified copies"),
    text("Bản photo", "Photocopies"),
  ],
  rows: components.map(({ name, originals, certified, photocopies }, n) => [
    String(n + 1),
    name,
    ...[originals, certified, photocopies].map(String),
  ]),
});
