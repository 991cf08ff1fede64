import {
  AGENCY_INDICES,
  type AgencyBand,
  type LevelledSheet,
  type ScoreIndex,
  type ScoreSheet,
  type ScoresReport,
  type StaffBand,
} from "@motcua/core";
import type { Language, Text } from "../text/text.js";
import { type Figure, figuresOf, written } from "./figure.js";
import { missingNames } from "./missing.js";
import { INDEX_NAMES } from "./scores-names.js";
import type { FurtherTable, Sheet } from "./sheet.js";

const figure = figuresOf<LevelledSheet>();

const find = ({ indices }: ScoreSheet, index: ScoreIndex) => indices.find((one) => one.index === index);

/** Of each index its score, what was divided by what, and how many could not be scored. */
const figures = AGENCY_INDICES.flatMap((index): ReadonlyArray<Figure<LevelledSheet>> => {
  const { en, vi } = INDEX_NAMES[index].name;
  const part = (of: "numerator" | "denominator" | "unscored", enPart: string, viPart: string) =>
    figure(
      `${index}.${of}`,
      "count",
      `${index} ${en}, ${enPart}`,
      `${index} ${vi}, ${viPart}`,
      (sheet) => find(sheet, index)?.[of] ?? null,
    );
  return [
    figure(`${index}.value`, "score", `${index} ${en}`, `${index} ${vi}`, (sheet) => find(sheet, index)?.value ?? null),
    part("numerator", "numerator", "tử số"),
    part("denominator", "denominator", "mẫu số"),
    part("unscored", "not scored", "không chấm được"),
  ];
});

const bandNames: Readonly<Record<AgencyBand | StaffBand, Text>> = {
  excellent: { en: "excellent", vi: "xuất sắc" },
  good: { en: "good", vi: "tốt" },
  fair: { en: "fair", vi: "khá" },
  average: { en: "average", vi: "trung bình" },
  weak: { en: "weak", vi: "yếu" },
  full: { en: "100 % of the duty", vi: "hoàn thành 100 %" },
  most: { en: "70 to less than 100 %", vi: "hoàn thành từ 70 đến dưới 100 %" },
  less: { en: "less than 70 %", vi: "hoàn thành dưới 70 %" },
};

const levelNames: Readonly<Record<string, Text>> = {
  ministry: { en: "ministry", vi: "bộ" },
  province: { en: "province", vi: "tỉnh" },
  district: { en: "district", vi: "huyện" },
  commune: { en: "commune", vi: "xã" },
};

/** The sheet of all, line by line; where an index has no score, why. */
const indicesTable = ({ total }: ScoresReport, language: Language): FurtherTable => {
  const t = WORDS[language];
  const band = total.band === null ? "–" : bandNames[total.band][language];
  const reached = `${written(total.score, "score", language)} / ${total.maxAttainable}`;
  return {
    title: `${t.title}: ${reached} (${t.of} ${total.maximum}), ${band}`,
    columns: [t.index, t.numerator, t.denominator, t.score, t.unscored],
    rows: total.indices.map((one) => {
      const { name, numerator, denominator } = INDEX_NAMES[one.index];
      const words = language === "vi" ? [numerator, denominator] : [one.numeratorIs, one.denominatorIs];
      const counts = [one.numerator, one.denominator].map((count, n) =>
        count === null ? (words[n] ?? "") : `${written(count, "count", language)} ${words[n]}`,
      );
      return [
        `${one.index} ${name[language]}`,
        ...counts,
        one.missing === null ? written(one.value, "score", language) : missingNames[one.missing][language],
        written(one.unscored, "count", language),
      ];
    }),
  };
};

/** How people read the report `scores`. */
export const SCORES: Sheet<LevelledSheet> = {
  title: { en: "Score sheet", vi: "Phiếu chấm điểm" },
  heading: {
    en: "The score sheet of Circular 01/2018/TT-VPCP",
    vi: "Đánh giá việc giải quyết thủ tục hành chính (Thông tư 01/2018/TT-VPCP)",
  },
  figures: [
    figure("score", "score", "total", "tổng điểm", (sheet) => sheet.score),
    figure("maxAttainable", "count", "attainable", "tối đa có thể đạt", (sheet) => sheet.maxAttainable),
    ...figures,
  ],
  ofTotal: [],
  texts: [
    { path: "band", name: { en: "band", vi: "xếp loại" }, of: ({ band }) => band ?? null, words: bandNames },
    { path: "level", name: { en: "level", vi: "cấp" }, of: ({ level }) => level ?? null, words: levelNames },
  ],
  columns: ["score", "maxAttainable", ...AGENCY_INDICES.map((index) => `${index}.value`)],
  cards: ["score", "maxAttainable", "1.value", "2.value", "7.value"],
  listed: [],
  further: (report, language) => indicesTable(report as ScoresReport, language),
  definitions: [
    [
      { en: "Total and band", vi: "Tổng điểm, xếp loại" },
      {
        en: "The sum of the indices, each 0 to 2 and rounded to one decimal. An agency: from 15 excellent, from 12 good, from 9 fair, from 6 average, below weak. A member of staff, by indices 1, 2, 3, 4 and 7: from 5 all of the duty, from 3.5 at least 70 %, below less (art. 15). An index without data is skipped; the bounds stay, so the attainable maximum stands beside the total.",
        vi: "Tổng các chỉ số, mỗi chỉ số từ 0 đến 2, làm tròn một chữ số thập phân. Cơ quan: từ 15 xuất sắc, từ 12 tốt, từ 9 khá, từ 6 trung bình, dưới 6 yếu. Cán bộ, theo chỉ số 1, 2, 3, 4, 7: từ 5 hoàn thành 100 %, từ 3,5 hoàn thành từ 70 %, dưới 3,5 dưới 70 % (Điều 15). Chỉ số không có dữ liệu thì bỏ qua, ngưỡng giữ nguyên nên nêu kèm điểm tối đa có thể đạt.",
      },
    ],
    [
      { en: "1, 2 time", vi: "1, 2 thời gian" },
      {
        en: "Shorter 2, equal 1, longer 0: the whole beside the legal term, each agency beside the date of its own part (or of the dossier). Terms in days by the day, terms in hours by the instant. Of dossiers decided in the period.",
        vi: "Sớm hơn 2, bằng 1, dài hơn 0: toàn bộ so với thời hạn theo luật, từng cơ quan so với hạn phần việc của mình (hoặc hạn của hồ sơ). Hạn theo ngày so theo ngày, theo giờ so theo thời điểm. Tính hồ sơ giải quyết xong trong kỳ.",
      },
    ],
    [
      { en: "3, 4 contacts", vi: "3, 4 số lần, số nơi liên hệ" },
      {
        en: "The circular asks applicants. Here every request for a supplement is a contact, before reception too, whoever was at fault: none 2, one 1, more 0. Asked by an agency past the one-stop (Decree 61/2018, art. 5.1e) index 4 is 0.",
        vi: "Theo Thông tư thì lấy ý kiến người nộp. Ở đây mỗi lần yêu cầu bổ sung là một lần liên hệ, kể cả trước khi tiếp nhận, bất kể lỗi của ai: không 2, một lần 1, hơn 0. Cơ quan tự liên hệ không qua Bộ phận Một cửa (Nghị định 61/2018, Điều 5.1e): chỉ số 4 bằng 0.",
      },
    ],
    [
      { en: "5 at the one-stop", vi: "5 tại Bộ phận Một cửa" },
      {
        en: "Procedures received and appraised at the one-stop, from where they are submitted for approval: 2 from 20 % (ministry, province), 50 % (district), 100 % (commune); 1 where all are received and delivered there.",
        vi: "Thủ tục tiếp nhận, thẩm định tại Bộ phận Một cửa rồi trình phê duyệt: 2 điểm từ 20 % (bộ, tỉnh), 50 % (huyện), 100 % (xã); 1 điểm nếu 100 % tiếp nhận, trả kết quả tại đó.",
      },
    ],
    [
      { en: "7 attitude", vi: "7 thái độ" },
      {
        en: "Nobody complained: early 2, on time 1. Complained of: 0; complaints found false do not count, by the last verdict known. Late and not complained of is not in the circular, and taken to be 0. Skipped where the log holds no petitions.",
        vi: "Không bị phản ánh: trước hạn 2, đúng hạn 1. Bị phản ánh: 0; phản ánh sai không tính, theo kết luận mới nhất. Quá hạn mà không bị phản ánh Thông tư không nêu, tạm tính 0. Bỏ qua nếu không có dữ liệu phản ánh.",
      },
    ],
    [
      { en: "8 petitions", vi: "8 phản ánh, kiến nghị" },
      {
        en: "None, or all in time and none prolonged 2; from 90 % in time 1; else 0. An agency's are those lodged with it, and those about its dossiers.",
        vi: "Không có, hoặc 100 % đúng hạn và không kéo dài 2; từ 90 % đúng hạn 1; còn lại 0. Của cơ quan là phản ánh gửi đến cơ quan và phản ánh về hồ sơ của cơ quan.",
      },
    ],
    [
      { en: "9 online", vi: "9 trực tuyến" },
      {
        en: "2: at least 20 % of procedures at level 3 or 4, at least 30 % of dossiers online and none of those late; 1: 15 to less than 30 % of dossiers online; else 0.",
        vi: "2: ít nhất 20 % thủ tục mức độ 3, 4, ít nhất 30 % hồ sơ trực tuyến và không hồ sơ trực tuyến nào quá hạn; 1: từ 15 đến dưới 30 % hồ sơ trực tuyến; còn lại 0.",
      },
    ],
  ],
};

const WORDS = {
  en: {
    title: "The sheet of all",
    of: "of",
    index: "index",
    numerator: "numerator",
    denominator: "denominator",
    score: "score",
    unscored: "not scored",
  },
  vi: {
    title: "Phiếu chung",
    of: "trên",
    index: "chỉ số",
    numerator: "tử số",
    denominator: "mẫu số",
    score: "điểm",
    unscored: "không chấm được",
  },
} as const;
