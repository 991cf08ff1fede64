import { type Indicators, UNIT_KINDS, type UnitKind, type UnitsReport } from "@motcua/core";
import { unitKindNames } from "../text/labels.js";
import { DATE_COUNTED, dateCounted } from "./date-counted.js";
import { figuresOf } from "./figure.js";
import { INDICATORS } from "./indicators.js";
import type { Sheet } from "./sheet.js";

/** What a unit and all of them together have: figures of dossiers; a unit also has words. */
export interface UnitsLine {
  readonly dossiers: Indicators | null;
  readonly standards: ReadonlyArray<{ readonly standard: string }>;
  readonly name?: string;
  readonly kind?: UnitKind;
  readonly parent?: string | null;
  readonly centre?: string | null;
}

const ofTotal = figuresOf<UnitsReport["total"]>();

/** How people read the report `units`. */
export const UNITS: Sheet<UnitsLine, UnitsReport["total"]> = {
  title: { en: "Units", vi: "Đơn vị" },
  heading: { en: "The units and their dossiers", vi: "Đơn vị và kết quả giải quyết hồ sơ" },
  remark: (report, language) => dateCounted((report as UnitsReport).date)[language],
  figures: INDICATORS.figures.map(({ path, of, ...figure }) => ({
    ...figure,
    path: `dossiers.${path}`,
    of: ({ dossiers }) => dossiers && of(dossiers),
  })),
  ofTotal: [
    ofTotal("units", "count", "units in force", "đơn vị đang hoạt động", (f) => f.units),
    ...UNIT_KINDS.map((kind) =>
      ofTotal(
        `byKind.${kind}`,
        "count",
        `units: ${unitKindNames[kind].en}`,
        `đơn vị: ${unitKindNames[kind].vi}`,
        (f) => f.byKind[kind],
      ),
    ),
  ],
  texts: [
    { path: "name", name: { en: "name", vi: "tên" }, of: ({ name }) => name ?? null },
    { path: "kind", name: { en: "kind", vi: "loại" }, of: ({ kind }) => kind ?? null, words: unitKindNames },
    { path: "parent", name: { en: "under", vi: "trực thuộc" }, of: ({ parent }) => parent ?? null },
    { path: "centre", name: { en: "centre", vi: "trung tâm" }, of: ({ centre }) => centre ?? null },
    {
      path: "standards",
      name: { en: "meets", vi: "đạt chuẩn" },
      of: ({ standards }) => standards.map(({ standard }) => standard).join("; ") || null,
    },
  ],
  columns: [
    "dossiers.received",
    "dossiers.resolved.total",
    "dossiers.inProgress.total",
    "dossiers.inProgress.overdue",
    "dossiers.rates.onTimeOfResolved",
  ],
  cards: ["units", "byKind.ward", "byKind.commune", "dossiers.received", "dossiers.rates.onTimeOfResolved"],
  further: (report, language) => {
    const { standards } = (report as UnitsReport).total;
    if (standards.length === 0) return undefined;
    const { title, standard, units } = WORDS[language];
    return { title, columns: [standard, units], rows: standards.map((each) => [each.standard, String(each.units)]) };
  },
  definitions: [
    DATE_COUNTED,
    [
      { en: "A unit's dossiers", vi: "Hồ sơ của đơn vị" },
      {
        en: "Over the period, those that it received, decides, or is the centre of, each once. Units share dossiers, so their figures do not add up to the total; those of units under it are not its own.",
        vi: "Trong kỳ, hồ sơ mà đơn vị tiếp nhận, giải quyết hoặc là trung tâm của hồ sơ, mỗi hồ sơ tính một lần. Nhiều đơn vị cùng có một hồ sơ nên cộng các đơn vị không bằng tổng; không gồm hồ sơ của đơn vị trực thuộc.",
      },
    ],
    [
      { en: "Meets", vi: "Đạt chuẩn" },
      {
        en: "The last assessment by that date found all criteria of the standard met.",
        vi: "Lần đánh giá gần nhất đến ngày đó kết luận đạt mọi tiêu chí.",
      },
    ],
    [
      { en: "Under", vi: "Trực thuộc" },
      {
        en: "A unit whose parent was dissolved stands under the parent's successor until it is moved. There is no district level since 1 July 2025 (Decree 118/2025/NĐ-CP).",
        vi: "Đơn vị có cấp trên đã giải thể thì trực thuộc đơn vị kế thừa cho đến khi được chuyển. Không còn cấp huyện từ 01/7/2025 (Nghị định 118/2025/NĐ-CP).",
      },
    ],
    ...INDICATORS.definitions,
  ],
};

const WORDS = {
  en: { title: "Standards", standard: "standard", units: "units that meet it" },
  vi: { title: "Tiêu chuẩn", standard: "tiêu chuẩn", units: "số đơn vị đạt" },
} as const;
