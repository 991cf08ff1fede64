import type { ReasonLeft, WhatIfReport } from "@motcua/core";
import type { Language, Text } from "../text/text.js";
import { compared } from "./compared.js";
import { written } from "./figure.js";
import { INDICATORS } from "./indicators.js";
import type { FurtherTable } from "./sheet.js";
import { titled } from "./sheet-title.js";
import type { SideBySide } from "./side-by-side.js";

/** How people read the report `whatif`. */
export const whatIfSheet = (report: WhatIfReport, language: Language): SideBySide<WhatIfReport["asItWas"]> => {
  const { procedure, term, asItWas, underTheTerm, onTimeBy } = report;
  const title = {
    en: `Procedure ${procedure} as it was, and under a term of ${term},`,
    vi: `Thủ tục ${procedure} theo thực tế, và nếu thời hạn là ${term},`,
  };
  return {
    head: report,
    heading: { en: `What if the term were ${term}`, vi: `Nếu thời hạn là ${term}` },
    title: titled(title, report, compared(onTimeBy)[language], language),
    figures: INDICATORS.figures,
    cards: ["rates.onTimeOfResolved", "resolved.late", "inProgress.overdue"],
    columns: [
      { path: "asItWas", name: { en: "as it was", vi: "theo thực tế" }, of: asItWas },
      { path: "underTheTerm", name: { en: `under ${term}`, vi: `nếu ${term}` }, of: underTheTerm },
    ],
    further: [turned(report, language), left(report, language)],
    definitions: DEFINITIONS,
    json: report,
  };
};

const turned = ({ turned: { late, onTime } }: WhatIfReport, language: Language): FurtherTable => {
  const t = WORDS[language];
  const rows = [
    [t.late, written(late, "count", language)],
    [t.onTime, written(onTime, "count", language)],
  ];
  return { title: t.turned, columns: [t.dossiers, t.number], rows };
};

const left = ({ leftAsTheyWere: { total, ...reasons } }: WhatIfReport, language: Language): FurtherTable => {
  const t = WORDS[language];
  return {
    title: `${t.left}: ${written(total, "count", language)}`,
    columns: [t.reason, t.number],
    rows: Object.entries(reasons)
      .filter(([, number]) => number > 0)
      .map(([reason, number]) => [reasonNames[reason as ReasonLeft][language], written(number, "count", language)]),
  };
};

const reasonNames: Readonly<Record<ReasonLeft, Text>> = {
  noTerm: {
    en: "no term, or no due date that follows from one",
    vi: "không có thời hạn, hoặc không có hạn tính từ đó",
  },
  notFromTheTerm: {
    en: "a due date does not follow from the term by this calendar",
    vi: "ngày hẹn trả không phải tính từ thời hạn theo lịch này",
  },
  otherUnit: { en: "extended in another unit than the term's", vi: "được gia hạn theo đơn vị khác với thời hạn" },
  calendarYearMissing: { en: "the calendar does not reach so far", vi: "lịch làm việc chưa có năm đó" },
};

const WORDS = {
  en: {
    turned: "What would have turned",
    dossiers: "dossiers",
    number: "number",
    late: "in time as it was, late under the term",
    onTime: "late as it was, in time under the term",
    left: "Left as they were in both columns",
    reason: "why",
  },
  vi: {
    turned: "Hồ sơ thay đổi kết quả",
    dossiers: "hồ sơ",
    number: "số lượng",
    late: "thực tế trong hạn, theo thời hạn này là quá hạn",
    onTime: "thực tế quá hạn, theo thời hạn này là trong hạn",
    left: "Giữ nguyên ở cả hai cột",
    reason: "lý do",
  },
} as const;

const DEFINITIONS: SideBySide<unknown>["definitions"] = [
  [
    { en: "Under the term", vi: "Nếu thời hạn khác" },
    {
      en: "Every due date that followed from the term follows from the other one: from reception, anew after a supplement, later by what was waited for and by extensions. All else is as it happened; that people would have worked otherwise is not guessed.",
      vi: "Mọi hạn tính từ thời hạn cũ được tính lại theo thời hạn này: từ khi tiếp nhận, tính lại sau khi bổ sung, cộng thời gian chờ và gia hạn. Mọi việc khác giữ như đã diễn ra; không suy đoán cách làm việc sẽ khác đi.",
    },
  ],
  [
    { en: "Dates put off", vi: "Hẹn lại" },
    {
      en: "They were chosen, not computed, and stay.",
      vi: "Ngày hẹn lại do cơ quan ấn định, không tính từ thời hạn, nên giữ nguyên.",
    },
  ],
  ...INDICATORS.definitions,
];
