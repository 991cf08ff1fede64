import type { Instant } from "../time/instant.js";
import type { LocalDate } from "../time/local-date.js";
import { localDateOf } from "../time/time-zone.js";
import type { RegisterTurn } from "./dossier-register.js";
import { type FormDetails, type FormPeople, nameOf } from "./form-details.js";
import { type FormDocument, type FormValue, field } from "./form-document.js";
import { type FormText, text } from "./form-text.js";
import { dateWords, deliveryWords, dueDayWords } from "./form-words.js";
import { type FormRegulation, REGISTERS } from "./forms.js";
import type { RegisterBook, RegisterLine } from "./register-book.js";

/** What the register says that no event holds. */
export interface RegisterDetails extends Pick<FormDetails, "zone" | "names"> {
  /** Opened texts by `subjectRef`. An applicant who is absent here prints as a dotted line. */
  readonly people?: ReadonlyMap<string, FormPeople>;
  /** Sets of papers handed in, by the dossier's code. */
  readonly copies?: Readonly<Record<string, number>>;
  /** What the procedures are called, by code. Default: the code. */
  readonly procedures?: Readonly<Record<string, string>>;
}

/**
 * The register as a form: TT 01/2018, form 06; TT 03/2025, form 07. How the result went out, the signature and the note
 * are columns from general knowledge; the room to sign stays empty.
 */
export const registerForm = (
  { unit, year, asOf, lines }: RegisterBook,
  regulation: FormRegulation,
  details: RegisterDetails,
): FormDocument => ({
  ...REGISTERS[regulation],
  code: null,
  issuer: nameOf(details, unit),
  issuedOn: null,
  fields: [
    field("Năm", "Year", String(year)),
    field("Tính đến hết ngày", "As of", dateWords(asOf.slice(0, 10) as LocalDate)),
  ],
  tables: [{ title: null, columns: COLUMNS, rows: lines.map((line) => rowOf(line, details)) }],
  signatures: [],
});

const COLUMNS: ReadonlyArray<FormText> = [
  text("STT", "No."),
  text("Mã hồ sơ", "Code"),
  text("Thủ tục, trích yếu", "Procedure"),
  text("Số bộ", "Sets"),
  text("Chủ hồ sơ", "Applicant"),
  text("Địa chỉ", "Address"),
  text("Số điện thoại", "Phone"),
  text("Ngày tiếp nhận", "Received"),
  text("Ngày hẹn trả", "Promised by"),
  text("Ngày trả", "Returned"),
  text("Phương thức nhận", "How"),
  text("Người nhận", "Taken by"),
  text("Ký nhận", "Signed"),
  text("Ghi chú", "Note"),
];

const rowOf = (line: RegisterLine, { zone, people, copies, procedures }: RegisterDetails): ReadonlyArray<FormValue> => {
  const { applicant, content, recipient = null } = people?.get(line.subjectRef ?? "") ?? {};
  const procedure = line.procedure === null ? null : (procedures?.[line.procedure] ?? line.procedure);
  const day = (instant: Instant) => dateWords(localDateOf(zone, instant));
  return [
    line.number,
    line.code,
    content ?? procedure,
    copies?.[line.code ?? ""]?.toString() ?? null,
    applicant?.name ?? null,
    applicant?.address ?? null,
    applicant?.phone ?? null,
    day(line.receivedAt),
    line.promisedDue && dueDayWords(zone, line.promisedDue),
    line.returnedAt === null ? null : day(line.returnedAt),
    line.method && deliveryWords[line.method],
    line.returnedAt === null ? null : recipient,
    null,
    noteOf(line, zone),
  ];
};

/** A date that moved and an end without a result are told beside the promise, never in its place. */
const noteOf = ({ movedDue, stands }: RegisterLine, zone: RegisterDetails["zone"]): FormText | null => {
  const moved = movedDue && dueDayWords(zone, movedDue);
  const notes = [moved && text(`hẹn lại ${moved.vi}`, `new date ${moved.en}`), TURNS[stands]].filter(
    (note): note is FormText => note !== null,
  );
  if (notes.length === 0) return null;
  return text(notes.map(({ vi }) => vi).join("; "), notes.map(({ en }) => en).join("; "));
};

const TURNS: Readonly<Record<RegisterTurn, FormText | null>> = {
  open: null,
  granted: null,
  refused: text("từ chối giải quyết", "refused"),
  withdrawn: text("công dân rút hồ sơ", "withdrawn"),
  stopped: text("dừng giải quyết", "stopped"),
};
