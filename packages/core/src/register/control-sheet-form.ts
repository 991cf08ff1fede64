import { controlSheet, type HandOverParty } from "./control-sheet.js";
import { type FormDetails, type FormFacts, nameOf } from "./form-details.js";
import { type FormBody, type FormValue, field } from "./form-document.js";
import { type FormText, text } from "./form-text.js";
import { dueWords, instantWords, punctualityWords, violationsNote } from "./form-words.js";

/** Form 05 of TT 01/2018, 06 of TT 03/2025: who had the dossier, from when to when, with room for both signatures. */
export const controlSheetForm = ({ history, state, received, details }: FormFacts): FormBody => {
  const { zone } = details;
  const party = (each: HandOverParty): FormValue => partyWords(details, each);
  return {
    fields: [
      field("Quyển số, số thứ tự", "Book and number", details.bookNumber),
      field("Thời điểm nhận hồ sơ", "Received at", received && instantWords(zone, received.occurredAt)),
      field(
        "Thời điểm hẹn trả kết quả",
        "Result promised by",
        received?.data.promisedDue && dueWords(zone, received.data.promisedDue),
      ),
      field("Cơ quan giải quyết", "Agency that decides", nameOf(details, state.agency)),
      field(
        "Cơ quan phối hợp",
        "Coordinating agencies",
        details.coordinatingAgencies?.map((id) => nameOf(details, id)).join(", "),
      ),
    ],
    tables: [
      {
        title: null,
        columns: COLUMNS,
        rows: controlSheet(zone, history).map(({ from, to, at, kept, violations }) => [
          party(from),
          party(to),
          instantWords(zone, at),
          null,
          null,
          kept && punctualityWords[kept],
          violationsNote(violations),
        ]),
      },
    ],
    signatures: [],
  };
};

const COLUMNS: ReadonlyArray<FormText> = [
  text("Bên giao", "Given by"),
  text("Bên nhận", "Taken by"),
  text("Thời điểm giao, nhận", "At"),
  text("Ký giao", "Signed (gives)"),
  text("Ký nhận", "Signed (takes)"),
  text("Kết quả giải quyết", "Kept its time"),
  text("Ghi chú", "Note"),
];

/** A unit, agency or officer by its name; where that is not known, by its part. */
const partyWords = (details: FormDetails, { role, id }: HandOverParty): FormValue => nameOf(details, id) ?? ROLES[role];

const ROLES: Readonly<Record<HandOverParty["role"], FormText>> = {
  applicant: text("Người nộp hồ sơ", "the applicant"),
  oneStop: text("Bộ phận Một cửa", "the one-stop"),
  agency: text("Cơ quan giải quyết", "the agency"),
  officer: text("Người thụ lý", "the officer"),
};
