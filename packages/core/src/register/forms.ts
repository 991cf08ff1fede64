import type { LocalDate } from "../time/local-date.js";
import type { FormText } from "./form-text.js";

/** The circulars that set forms: TT 01/2018/TT-VPCP and TT 03/2025/TT-VPCP. */
export type FormRegulation = "TT-01-2018" | "TT-03-2025";

/** What a form is for, whatever number a circular gives it. */
export type FormKind = "appointment" | "supplement" | "refusal" | "apology" | "stop" | "controlSheet" | "register";

/** A form is named by circular and number together: "form 05" has changed its meaning. */
export interface FormRef {
  readonly regulation: FormRegulation;
  /** `"01"` to `"07"`. */
  readonly number: string;
}

/** A form of a circular, empty. */
export interface FormEntry extends FormRef {
  readonly kind: FormKind;
  readonly title: FormText;
  readonly paper: "A5" | "A4";
}

const TITLES: Readonly<Record<FormKind, FormText>> = {
  appointment: {
    vi: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    en: "Receipt of the dossier and appointment for the result",
  },
  supplement: { vi: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", en: "Request to complete the dossier" },
  refusal: { vi: "Phiếu từ chối tiếp nhận giải quyết hồ sơ", en: "Refusal of the dossier" },
  apology: { vi: "Phiếu xin lỗi và hẹn lại ngày trả kết quả", en: "Apology and new date for the result" },
  stop: { vi: "Thông báo dừng giải quyết hồ sơ", en: "Notice that processing has stopped" },
  controlSheet: { vi: "Phiếu kiểm soát quá trình giải quyết hồ sơ", en: "Control sheet of the processing" },
  register: { vi: "Sổ theo dõi hồ sơ", en: "Register of dossiers" },
};

const APOLOGY_2025: FormText = { vi: "Văn bản xin lỗi và đề nghị gia hạn", en: "Apology and request for more time" };

const entry = (regulation: FormRegulation, number: string, kind: FormKind, title = TITLES[kind]): FormEntry => ({
  regulation,
  number,
  kind,
  title,
  paper: kind === "register" ? "A4" : "A5",
});

/** The register of each circular. */
export const REGISTERS: Readonly<Record<FormRegulation, FormEntry>> = {
  "TT-01-2018": entry("TT-01-2018", "06", "register"),
  "TT-03-2025": entry("TT-03-2025", "07", "register"),
};

/**
 * The forms of both circulars. TT 01/2018, Đ9: six forms, A5, the register A4. TT 03/2025 was read in secondary texts
 * only; its paper is taken to be the same.
 */
export const FORMS: ReadonlyArray<FormEntry> = [
  entry("TT-01-2018", "01", "appointment"),
  entry("TT-01-2018", "02", "supplement"),
  entry("TT-01-2018", "03", "refusal"),
  entry("TT-01-2018", "04", "apology"),
  entry("TT-01-2018", "05", "controlSheet"),
  REGISTERS["TT-01-2018"],
  entry("TT-03-2025", "01", "appointment"),
  entry("TT-03-2025", "02", "supplement"),
  entry("TT-03-2025", "03", "refusal"),
  entry("TT-03-2025", "04", "apology", APOLOGY_2025),
  entry("TT-03-2025", "05", "stop"),
  entry("TT-03-2025", "06", "controlSheet"),
  REGISTERS["TT-03-2025"],
];

/** The form of that name; `undefined` where the circular has none. */
export const formEntry = ({ regulation, number }: FormRef): FormEntry | undefined =>
  FORMS.find((form) => form.regulation === regulation && form.number === number);

/** The form that a circular has for a purpose; `undefined` where it has none. */
export const formFor = (regulation: FormRegulation, kind: FormKind): FormEntry | undefined =>
  FORMS.find((form) => form.regulation === regulation && form.kind === kind);

/**
 * The circular whose forms are written on a date. TT 03/2025 counts from the day it was issued, since the day it took
 * force was not read; before TT 01/2018 took force on 6 January 2019 its forms stand in for those of the old regime.
 */
export const formRegulationOn = (date: LocalDate): FormRegulation =>
  date >= "2025-09-15" ? "TT-03-2025" : "TT-01-2018";
