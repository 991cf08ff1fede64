import type { Template } from "./template.js";

/** What an applicant is told; as an SMS in the wording that centres use, otherwise at length. */
interface Wordings {
  readonly sms: string;
  readonly subject: string;
  readonly body: string;
}

type Language = "vi" | "en";

const APPLICANT: Readonly<Record<Language, Readonly<Record<string, Wordings>>>> = {
  vi: {
    resultReady: {
      sms: "Hồ sơ của ông/bà {code} đã có kết quả. Xin mời đến nhận kết quả.",
      subject: "Hồ sơ {code} đã có kết quả",
      body: "Hồ sơ {code} của ông/bà đã có kết quả. Xin mời ông/bà đến {unit} nhận kết quả.",
    },
    earlyResult: {
      sms: "Hồ sơ của ông/bà {code} đã có kết quả trước hạn. Xin mời đến nhận kết quả.",
      subject: "Hồ sơ {code} đã có kết quả trước hạn",
      body: "Hồ sơ {code} của ông/bà, hẹn trả ngày {due}, đã có kết quả trước hạn. Xin mời ông/bà đến {unit} nhận kết quả.",
    },
    dueSoon: {
      sms: "Hồ sơ của ông/bà {code} sắp đến ngày hẹn trả {due}.",
      subject: "Hồ sơ {code} sắp đến ngày hẹn trả",
      body: "Hồ sơ {code} của ông/bà được hẹn trả kết quả ngày {due}.",
    },
    overdue: {
      sms: "Hồ sơ của ông/bà {code} đã quá ngày hẹn trả {due}. Chúng tôi xin lỗi và sẽ thông báo khi có kết quả.",
      subject: "Hồ sơ {code} đã quá ngày hẹn trả",
      body: "Hồ sơ {code} của ông/bà đã quá ngày hẹn trả {due}. Chúng tôi xin lỗi ông/bà vì sự chậm trễ này và sẽ thông báo ngay khi có kết quả.",
    },
    apology: {
      sms: "Hồ sơ của ông/bà {code} chưa giải quyết xong. Chúng tôi xin lỗi và hẹn trả lại ngày {newDue}.",
      subject: "Xin lỗi và hẹn lại ngày trả kết quả hồ sơ {code}",
      body: "Hồ sơ {code} của ông/bà chưa giải quyết xong trong thời hạn. Chúng tôi xin lỗi ông/bà và hẹn lại ngày trả kết quả là {newDue}.",
    },
  },
  en: {
    resultReady: {
      sms: "The result of your dossier {code} is ready. Please come and collect it.",
      subject: "The result of dossier {code} is ready",
      body: "The result of your dossier {code} is ready. Please come to {unit} to collect it.",
    },
    earlyResult: {
      sms: "The result of your dossier {code} is ready before its date. Please come and collect it.",
      subject: "The result of dossier {code} is ready early",
      body: "Your dossier {code} was promised for {due}; its result is ready before that. Please come to {unit} to collect it.",
    },
    dueSoon: {
      sms: "Your dossier {code} is promised for {due}.",
      subject: "Dossier {code} is due soon",
      body: "The result of your dossier {code} is promised for {due}.",
    },
    overdue: {
      sms: "Your dossier {code} is past its date {due}. We apologise, and will tell you when it is ready.",
      subject: "Dossier {code} is past its date",
      body: "Your dossier {code} is past its promised date {due}. We apologise for the delay, and will tell you as soon as it is ready.",
    },
    apology: {
      sms: "Your dossier {code} is not ready. We apologise; the new date is {newDue}.",
      subject: "An apology, and a new date for dossier {code}",
      body: "Your dossier {code} is not ready within its term. We apologise; the new date is {newDue}.",
    },
  },
};

/** What staff are told of, by what runs out. */
const DEADLINES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: {
    dossier: "Hồ sơ {code}",
    handOver: "Việc chuyển hồ sơ {code}",
    handler: "Việc thụ lý hồ sơ {code}",
    opinion: "Ý kiến {of} cho hồ sơ {code}",
    subTask: "Phần việc của {of} trong hồ sơ {code}",
    supplement: "Việc bổ sung hồ sơ {code}",
    "petition.answer": "Việc trả lời phản ánh, kiến nghị {code}",
    "petition.forward": "Việc chuyển phản ánh, kiến nghị {code}",
    "petition.publish": "Việc công khai trả lời phản ánh, kiến nghị {code}",
  },
  en: {
    dossier: "Dossier {code}",
    handOver: "The hand-over of dossier {code}",
    handler: "The handling of dossier {code}",
    opinion: "The opinion {of} on dossier {code}",
    subTask: "The part of {of} in dossier {code}",
    supplement: "The supplement to dossier {code}",
    "petition.answer": "The answer to petition {code}",
    "petition.forward": "The forwarding of petition {code}",
    "petition.publish": "The publication of the answer to petition {code}",
  },
};

/** And why. An apology has to be made at latest one day before the date (NĐ 61/2018, Đ19.9). */
const STAGES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: {
    dueSoon: "sắp đến hạn {due}",
    apologyOwed: "đến hạn {due}: nếu không kịp, phải xin lỗi và hẹn lại trước đó ít nhất một ngày",
    overdue: "đã quá hạn {due}",
  },
  en: {
    dueSoon: "is near its date {due}",
    apologyOwed: "is due on {due}: if it will not be ready, apologise at least a day before",
    overdue: "is past its date {due}",
  },
};

/** The templates that come with motcua in a language, for SMS or for everything else. */
export const builtInTemplates = (language: Language, kind: "sms" | "long"): ReadonlyArray<Template> => [
  ...Object.entries(APPLICANT[language]).map(([name, { sms, subject, body }]) =>
    kind === "sms" ? { name, body: sms } : { name, subject, body },
  ),
  ...Object.entries(DEADLINES[language]).flatMap(([deadline, what]) =>
    Object.entries(STAGES[language]).map(([stage, why]) => ({
      name: `${deadline}.${stage}`,
      ...(kind === "long" && { subject: `${what} ${why.split(":")[0]}` }),
      body: `${what} ${why}.`,
    })),
  ),
];
