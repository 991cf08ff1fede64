import { II06_COLUMNS, type Ii06Column, type Ii06Figures, type Ii06Notes, type Ii06Report } from "@motcua/core";
import type { Language, Text } from "../text/text.js";
import { compared } from "./compared.js";
import { type Figure, figuresOf, written } from "./figure.js";
import type { FurtherTable, Sheet } from "./sheet.js";

const figure = figuresOf<Ii06Figures>();

const COLUMN_NAMES: Readonly<Record<Ii06Column, Text>> = {
  "3": { en: "(3) received", vi: "(3) tiếp nhận" },
  "4": { en: "(4) online", vi: "(4) trực tuyến" },
  "5": { en: "(5) in person, by post", vi: "(5) trực tiếp, bưu chính" },
  "6": { en: "(6) carried over", vi: "(6) kỳ trước chuyển sang" },
  "7": { en: "(7) decided", vi: "(7) đã giải quyết" },
  "8": { en: "(8) early", vi: "(8) trước hạn" },
  "9": { en: "(9) on time", vi: "(9) đúng hạn" },
  "10": { en: "(10) late", vi: "(10) quá hạn" },
  "11": { en: "(11) in progress", vi: "(11) đang giải quyết" },
  "12": { en: "(12) within term", vi: "(12) trong hạn" },
  "13": { en: "(13) overdue", vi: "(13) quá hạn" },
};

const NOTE_NAMES: Readonly<Record<keyof Ii06Notes, readonly [columns: string, name: Text]>> = {
  resumed: ["4, 5", { en: "ended earlier, taken up again", vi: "đã kết thúc kỳ trước, nay tiếp tục giải quyết" }],
  otherChannel: ["5", { en: "came in by another way", vi: "tiếp nhận bằng hình thức khác" }],
  withdrawn: ["9", { en: "withdrawn", vi: "công dân rút" }],
  stopped: ["9", { en: "stopped", vi: "dừng giải quyết" }],
  decidedNoDeadline: ["9", { en: "decided, without a due date", vi: "đã giải quyết, không có ngày hẹn trả" }],
  openNoDeadline: ["12", { en: "open, without a due date", vi: "đang giải quyết, không có ngày hẹn trả" }],
};
const NOTES = Object.keys(NOTE_NAMES) as ReadonlyArray<keyof Ii06Notes>;

const columns = II06_COLUMNS.map((column): Figure<Ii06Figures> => {
  const { en, vi } = COLUMN_NAMES[column];
  return figure(column, "count", en, vi, (row) => row[column]);
});

const notes = NOTES.map((note): Figure<Ii06Figures> => {
  const [of, { en, vi }] = NOTE_NAMES[note];
  return figure(`notes.${note}`, "count", `of ${of}: ${en}`, `trong cột ${of}: ${vi}`, (row) => row.notes[note]);
});

/** Notes that there is something to say of. */
const notesTable = ({ total }: Ii06Report, language: Language): FurtherTable | undefined => {
  const { title, column, note, dossiers } = WORDS[language];
  const said = NOTES.filter((each) => total.notes[each] > 0);
  if (said.length === 0) return undefined;
  return {
    title,
    columns: [column, note, dossiers],
    rows: said.map((each) => {
      const [of, name] = NOTE_NAMES[each];
      return [of, name[language], written(total.notes[each], "count", language)];
    }),
  };
};

/** Rows as the form has them; the last is the total, whose dimensions are `null`. */
const asForm = ({ period, asOf, onTimeBy, total, groups }: Ii06Report): unknown => {
  const dimensions = Object.keys(groups[0]?.key ?? { field: null });
  const noKey = Object.fromEntries(dimensions.map((dimension) => [dimension, null]));
  return {
    period,
    asOf,
    onTimeBy,
    rows: [...groups.map(({ key, ...row }) => ({ ...key, ...row })), { ...noKey, ...total }],
  };
};

/** How people read the report `ii06`. */
export const II06: Sheet<Ii06Figures> = {
  title: { en: "Form II.06", vi: "Biểu II.06" },
  heading: {
    en: "Form II.06: dossiers received and decided",
    vi: "Biểu II.06: tình hình tiếp nhận, giải quyết thủ tục hành chính",
  },
  remark: (report, language) => compared((report as Ii06Report).onTimeBy)[language],
  figures: [...columns, ...notes],
  ofTotal: [],
  columns: II06_COLUMNS,
  cards: ["3", "7", "10", "11", "13"],
  listed: [],
  spans: [
    { name: { en: "Received", vi: "Số hồ sơ tiếp nhận" }, columns: 4 },
    { name: { en: "Decided", vi: "Số hồ sơ đã giải quyết" }, columns: 4 },
    { name: { en: "In progress", vi: "Số hồ sơ đang giải quyết" }, columns: 3 },
  ],
  totalRow: true,
  further: (report, language) => notesTable(report as Ii06Report, language),
  asJson: (report) => asForm(report as Ii06Report),
  definitions: [
    [
      { en: "The sums", vi: "Cân đối" },
      {
        en: "3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13, 3 = 7 + 11. Column 6 is column 11 of the period before. (Circular 01/2020/TT-VPCP, form II.06, read in exports of a provincial portal.)",
        vi: "3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13, 3 = 7 + 11. Cột 6 bằng cột 11 của kỳ trước. (Thông tư 01/2020/TT-VPCP, biểu II.06, theo bản xuất của một cổng cấp tỉnh.)",
      },
    ],
    [
      { en: "Early, on time, late", vi: "Trước hạn, đúng hạn, quá hạn" },
      {
        en: "The day of the decision beside the promised one as the clock has moved it: before it, on it, after it. A date that was put off later changes nothing.",
        vi: "Ngày giải quyết xong so với ngày hẹn trả (tính cả thời gian bổ sung): trước, đúng, sau. Việc hẹn lại không làm thay đổi cách tính này.",
      },
    ],
    [
      { en: "In progress", vi: "Đang giải quyết" },
      {
        en: "At the end of the period, or as of then if that is earlier. While a supplement or a payment is awaited, the day on which the clock stopped is compared.",
        vi: "Tính đến cuối kỳ, hoặc đến thời điểm thống kê nếu sớm hơn. Hồ sơ chờ bổ sung hoặc chờ nghĩa vụ tài chính được xét tại lúc tạm dừng tính hạn.",
      },
    ],
    [
      { en: "No column of their own", vi: "Không có cột riêng" },
      {
        en: "Withdrawn and stopped dossiers stand in 9. Those without a due date stand in 9 and 12. The notes say how many.",
        vi: "Hồ sơ công dân rút và hồ sơ dừng giải quyết tính ở cột 9. Hồ sơ không có ngày hẹn trả tính ở cột 9 và 12. Ghi chú nêu rõ số lượng.",
      },
    ],
    [
      { en: "Taken up again", vi: "Tiếp tục giải quyết" },
      {
        en: "A dossier that ended in an earlier period (it stands in that period's 7) and was taken up again comes in anew, in 4 or 5: so no dossier is in progress twice, and column 6 stays the 11 before.",
        vi: "Hồ sơ đã kết thúc ở kỳ trước (đã tính ở cột 7 kỳ đó) nay tiếp tục giải quyết được tính là tiếp nhận mới ở cột 4 hoặc 5, để cột 6 luôn bằng cột 11 của kỳ trước.",
      },
    ],
  ],
};

const WORDS = {
  en: { title: "Notes", column: "column", note: "what it also counts", dossiers: "dossiers" },
  vi: { title: "Ghi chú", column: "cột", note: "gồm cả", dossiers: "số hồ sơ" },
} as const;
