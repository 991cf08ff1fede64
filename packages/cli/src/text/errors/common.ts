import { VIETNAM } from "@motcua/core";
import { faultInVietnamese } from "./faults.js";
import type { SomeMessages } from "./messages.js";

const TERM = {
  notPositive: {
    en: "a term is a whole number from 0 on. Correct its amount.",
    vi: "thời hạn phải là số nguyên từ 0 trở lên. Hãy sửa lại số lượng.",
  },
  otherUnit: {
    en: "the announced term is in another unit than the legal one. Give it in the same unit, or in hours for days.",
    vi: "thời hạn công bố khác đơn vị với thời hạn luật định. Hãy dùng cùng đơn vị, hoặc giờ thay cho ngày.",
  },
  longerThanLegal: {
    en: "the announced term is longer than the legal one. Give one that is as long or shorter.",
    vi: "thời hạn công bố dài hơn thời hạn luật định. Hãy cho thời hạn bằng hoặc ngắn hơn.",
  },
};

const CODE = {
  form: {
    en: "this is no dossier code. Write it as on the receipt, such as 000.00.01.H05-180102-0007.",
    vi: "đây không phải mã hồ sơ. Hãy ghi như trên giấy tiếp nhận, ví dụ 000.00.01.H05-180102-0007.",
  },
  date: {
    en: "the date in this dossier code does not exist. Check its six digits YYMMDD.",
    vi: "ngày trong mã hồ sơ không có thật. Hãy kiểm tra sáu chữ số YYMMDD.",
  },
};

/** Errors that every part of the domain may answer with. */
export const commonMessages = {
  CommandRefused: ({ command, faults }) => ({
    en: `${command ?? "no command"}: ${faults.join("; ")}. Correct this and ask again.`,
    vi: `${command ?? "không phải lệnh"}: ${faults.map(faultInVietnamese).join("; ")}. Hãy sửa và yêu cầu lại.`,
  }),
  InstantRefused: ({ at }) => ({
    en: `${at} is no instant: whole milliseconds, from year 1 to 9999. Give the time at which it happened.`,
    vi: `${at} không phải thời điểm: số mili giây nguyên, từ năm 1 đến năm 9999. Hãy ghi thời điểm xảy ra.`,
  }),
  EffectiveDateRefused: ({ effectiveFrom }) => ({
    en: `${effectiveFrom} is no date that exists. Give the day from which it holds as YYYY-MM-DD.`,
    vi: `${effectiveFrom} không phải ngày có thật. Hãy ghi ngày có hiệu lực theo dạng YYYY-MM-DD.`,
  }),
  TermRefused: ({ detail }) => TERM[detail],
  AmountRefused: () => ({
    en: "an amount is a whole number of minor units, more than none, and at least one is needed. Correct it.",
    vi: "số tiền phải là số nguyên theo đơn vị nhỏ nhất, lớn hơn 0, và phải có ít nhất một khoản. Hãy sửa lại.",
  }),
  ReasonsMissing: () => ({
    en: "a reason is needed. Say why.",
    vi: "phải nêu lý do. Hãy ghi lý do.",
  }),
  CalendarYearMissing: ({ year, calendar }) => ({
    en: `no calendar of ${year} is loaded (${calendar}${knownOf(calendar)}): official days are never guessed. Load that year, or check the date.`,
    vi: `chưa có lịch năm ${year} (${calendar}${knownOf(calendar)}): không đoán ngày nghỉ chính thức. Hãy nạp lịch năm đó, hoặc kiểm tra lại ngày.`,
  }),
  CalendarFault: ({ detail }) => ({
    en: `the days make no calendar: ${detail}. Correct the calendar's data.`,
    vi: `dữ liệu không thành lịch: ${detail}. Hãy sửa dữ liệu lịch.`,
  }),
  PolicyMissing: ({ date }) => ({
    en: `no rules are in force on ${date}, the day of reception. Check the date, or load the rules of that time.`,
    vi: `không có quy định nào có hiệu lực vào ngày tiếp nhận ${date}. Hãy kiểm tra ngày, hoặc nạp quy định thời đó.`,
  }),
  NumbersExhausted: ({ last }) => ({
    en: `the numbers of that day are used up: the last was ${last}. Receive under another unit's code, or the next day.`,
    vi: `đã hết số trong ngày: số cuối là ${last}. Hãy tiếp nhận theo mã đơn vị khác, hoặc vào ngày sau.`,
  }),
  DossierCodeRefused: ({ detail }) => CODE[detail],
  TimeZoneUnknown: ({ name }) => ({
    en: `${name} is no time zone. Give an IANA name, such as Asia/Ho_Chi_Minh.`,
    vi: `${name} không phải múi giờ. Hãy cho tên IANA, ví dụ Asia/Ho_Chi_Minh.`,
  }),
  PersonalDataUnavailable: ({ subject, reason }) => ({
    en: `the personal data of ${subject} cannot be had: ${REASONS[reason].en}`,
    vi: `không có được dữ liệu cá nhân của ${subject}: ${REASONS[reason].vi}`,
  }),
} satisfies SomeMessages;

const REASONS = {
  erased: { en: "it was erased, for good.", vi: "đã bị xóa vĩnh viễn." },
  noKeyStore: {
    en: "no key store is set up. Set one up first.",
    vi: "chưa có kho khóa. Hãy thiết lập kho khóa trước.",
  },
  unknown: { en: "no such thing is known of the person.", vi: "không có thông tin đó về người này." },
  unreachable: { en: "the key store does not answer. Try again.", vi: "kho khóa không trả lời. Hãy thử lại." },
};

/** The years that are known, of the calendar that is built in. */
const knownOf = (calendar: string): string =>
  calendar === VIETNAM.id ? `: ${VIETNAM.years[0]?.year}-${VIETNAM.years.at(-1)?.year}` : "";
