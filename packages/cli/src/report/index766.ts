import {
  INDICATOR_766_IDS,
  type Index766Figures,
  type Index766Report,
  type Indicator766,
  type Indicator766Id,
} from "@motcua/core";
import type { Language } from "../text/text.js";
import { compared } from "./compared.js";
import { type Figure, type FigureKind, figuresOf, written } from "./figure.js";
import { GROUP_NAMES, INDICATOR_NAMES } from "./index766-names.js";
import { missingNames } from "./missing.js";
import type { FurtherTable, Sheet } from "./sheet.js";

const figure = figuresOf<Index766Figures>();

const find = ({ indicators }: Index766Figures, id: Indicator766Id) => indicators.find((one) => one.id === id);

const kindOf = (id: Indicator766Id): FigureKind => (id === "2.2" ? "days" : "rate");

/** Of each indicator its value, and what was divided by what. */
const figures = INDICATOR_766_IDS.flatMap((id): ReadonlyArray<Figure<Index766Figures>> => {
  const { en, vi } = INDICATOR_NAMES[id].name;
  const part = (of: "numerator" | "denominator", enPart: string, viPart: string) =>
    figure(
      `${id}.${of}`,
      "count",
      `${id} ${en}, ${enPart}`,
      `${id} ${vi}, ${viPart}`,
      (all) => find(all, id)?.[of] ?? null,
    );
  return [
    figure(`${id}.value`, kindOf(id), `${id} ${en}`, `${id} ${vi}`, (all) => find(all, id)?.value ?? null),
    part("numerator", "numerator", "tử số"),
    part("denominator", "denominator", "mẫu số"),
  ];
});

/** Line by line, each ratio with its parts in words; where there is no value, why. */
const indicatorsTable = (total: Index766Figures, language: Language): FurtherTable => {
  const t = WORDS[language];
  return {
    title: `${t.title}: ${t.attainable} ${total.attainableMaximum} / ${total.maximum}`,
    columns: [t.indicator, t.group, t.numerator, t.denominator, t.value, t.fullMarksAt, t.marks],
    rows: total.indicators.map((one) => [
      `${one.id} ${INDICATOR_NAMES[one.id].name[language]}`,
      groupOf(total, one, language),
      withWords(one, "numerator", language),
      withWords(one, "denominator", language),
      one.missing === null ? written(one.value, kindOf(one.id), language) : missingNames[one.missing][language],
      written(one.fullMarksAt, "rate", language),
      written(one.marks, "rate", language),
    ]),
  };
};

const groupOf = ({ groupMaxima }: Index766Figures, { group }: Indicator766, language: Language): string =>
  `${GROUP_NAMES[group][language]} (${groupMaxima.find((each) => each.group === group)?.maximum ?? 0})`;

const withWords = (one: Indicator766, part: "numerator" | "denominator", language: Language): string => {
  const words = language === "vi" ? INDICATOR_NAMES[one.id][part] : one[`${part}Is`];
  const count = one[part];
  return count === null ? words : `${written(count, "count", language)} ${words}`;
};

/** How people read the report `index766`. */
export const INDEX766: Sheet<Index766Figures> = {
  title: { en: "Index of Decision 766", vi: "Bộ chỉ số 766" },
  heading: {
    en: "The index of Decision 766/QĐ-TTg",
    vi: "Bộ chỉ số phục vụ người dân, doanh nghiệp (Quyết định 766/QĐ-TTg)",
  },
  remark: (report, language) => compared((report as Index766Report).onTimeBy)[language],
  figures: [
    ...figures,
    figure(
      "unjudged",
      "count",
      "dossiers without due date and legal term",
      "hồ sơ không có hạn và thời hạn theo luật",
      (all) => all.unjudged,
    ),
    figure(
      "attainableMaximum",
      "count",
      "attainable maximum",
      "điểm tối đa có thể đạt",
      (all) => all.attainableMaximum,
    ),
  ],
  ofTotal: [],
  columns: ["2.1.value", "2.1.denominator", "2.2.value", "3.3.value", "3.6.value", "5.4.value"],
  cards: ["2.1.value", "3.1.value", "3.3.value", "3.6.value", "5.2.value", "5.4.value"],
  listed: [],
  further: ({ total }, language) => indicatorsTable(total, language),
  definitions: [
    [
      { en: "On time (2.1)", vi: "Đúng hạn (2.1)" },
      {
        en: "The end beside the due date as the clock has moved it; of several ends the decision goes first, then the result returned, then stopping or withdrawal. One still waiting for a supplement ended when it was first asked for; more than one request counts as overdue. Without a due date the legal term is compared; without that either it is in no figure.",
        vi: "Thời điểm kết thúc so với ngày hẹn trả (đã tính thời gian bổ sung); ưu tiên Đã xử lý xong, rồi Đã trả kết quả, rồi Dừng xử lý hoặc Công dân rút. Hồ sơ đang chờ bổ sung lấy ngày yêu cầu bổ sung đầu tiên; yêu cầu bổ sung hơn một lần tính quá hạn. Không có ngày hẹn trả thì so với thời hạn theo luật; không có cả hai thì không tính.",
      },
    ],
    [
      { en: "Average days (2.2)", vi: "Số ngày trung bình (2.2)" },
      {
        en: "Of dossiers received in the period and decided by now, in days of 24 hours, without the waiting for supplements. The official figure is of one procedure at a time: ask for --by procedure.",
        vi: "Của hồ sơ tiếp nhận trong kỳ và đã giải quyết đến nay, theo ngày 24 giờ, trừ thời gian bổ sung. Chỉ tiêu chính thức tính theo từng thủ tục: dùng --by procedure.",
      },
    ],
    [
      { en: "Online (3.1-3.6)", vi: "Trực tuyến (3.1-3.6)" },
      {
        en: "Procedures at level 3 or 4 on the last day of the period; dossiers by the day of reception. Whether the result was electronic too, and what share was sent to the national portal, is not recorded and not applied in 3.3.",
        vi: "Thủ tục mức độ 3, 4 tại ngày cuối kỳ; hồ sơ theo ngày tiếp nhận. Điều kiện kết quả điện tử và tỷ lệ đồng bộ không có dữ liệu nên không áp dụng ở 3.3.",
      },
    ],
    [
      { en: "Petitions (5.1-5.3)", vi: "Phản ánh, kiến nghị (5.1-5.3)" },
      {
        en: "Those refused, passed on or withdrawn are not in 5.2. That an answer was disliked is not recorded: 5.3 knows of the overdue and of those taken up again.",
        vi: "Phản ánh bị từ chối, chuyển cơ quan khác hoặc đã rút không tính ở 5.2. Không có dữ liệu không hài lòng về câu trả lời: 5.3 tính phản ánh quá hạn và phải xử lý lại.",
      },
    ],
    [
      { en: "Content with dossiers (5.4)", vi: "Hài lòng về giải quyết (5.4)" },
      {
        en: "100 % less the share overdue, less the share petitioned about or rated below the middle of the scale: one that is both is subtracted twice, as the formula is written, but never below 0.",
        vi: "100 % trừ tỷ lệ quá hạn, trừ tỷ lệ bị phản ánh hoặc đánh giá dưới mức giữa: hồ sơ thuộc cả hai bị trừ hai lần theo đúng công thức, nhưng không dưới 0.",
      },
    ],
    [
      { en: "Marks", vi: "Điểm" },
      {
        en: "The document of formulas sets from which value an indicator has full marks, and below it value / that value; how many marks an indicator has it does not say. The maxima of the groups (in brackets) are as collectors of the index print them. The attainable maximum is that of the groups of which anything is known here.",
        vi: "Tài liệu công thức nêu ngưỡng đạt điểm tối đa, dưới ngưỡng tính theo tỷ lệ; không nêu điểm tối đa của từng chỉ tiêu. Điểm tối đa của nhóm (trong ngoặc) theo các bản tổng hợp bộ chỉ số. Điểm tối đa có thể đạt là tổng các nhóm có dữ liệu.",
      },
    ],
    [
      { en: "No value", vi: "Không có giá trị" },
      {
        en: "What the log holds no facts of is named with its reason, and is not 0.",
        vi: "Chỉ tiêu không có dữ liệu được nêu kèm lý do, không tính là 0.",
      },
    ],
  ],
};

const WORDS = {
  en: {
    title: "Indicators",
    attainable: "attainable maximum",
    indicator: "indicator",
    group: "group (maximum)",
    numerator: "numerator",
    denominator: "denominator",
    value: "value",
    fullMarksAt: "full marks from",
    marks: "of its marks",
  },
  vi: {
    title: "Các chỉ tiêu",
    attainable: "điểm tối đa có thể đạt",
    indicator: "chỉ tiêu",
    group: "nhóm (điểm tối đa)",
    numerator: "tử số",
    denominator: "mẫu số",
    value: "giá trị",
    fullMarksAt: "đạt tối đa từ",
    marks: "phần điểm đạt",
  },
} as const;
