import type { Dimension, Indicators, IndicatorsReport } from "@motcua/core";
import { html, type Markup } from "../html/escape.js";
import { page } from "../html/page.js";
import { stackedBars } from "../html/stacked-bars.js";
import { dimensionNames } from "../text/labels.js";
import type { Language } from "../text/text.js";
import { definitions } from "./definitions.js";
import { FIGURES, figureAt, GROUP_FIGURES, written } from "./figures.js";
import { titleOf } from "./title.js";

/** What a reader looks for first. */
const CARDS = [
  "received",
  "resolved.total",
  "rates.onTimeOfResolved",
  "inProgress.total",
  "inProgress.overdue",
  "throughputDays.median",
  "satisfaction.rate",
].map(figureAt);

/** What a page says above its figures, besides their period: where they come from. */
export interface PageNote {
  readonly heading: string;
  readonly about: string;
}

/**
 * The report as one page that prints and that a screen reader can read.
 *
 * @param reports  the same figures, each under a grouping of its own
 */
export const indicatorsHtml = (
  reports: ReadonlyArray<IndicatorsReport>,
  language: Language,
  note?: PageNote,
): string => {
  const [first] = reports;
  if (first === undefined) return "";
  const t = WORDS[language];
  return page(
    language,
    note?.heading ?? t.heading,
    html`<h1>${note?.heading ?? t.heading}</h1>
<p class="about">${note === undefined ? "" : `${note.about} `}${titleOf(first, language)}.</p>
<ul class="cards">${CARDS.map((figure) => html`<li><strong>${written(figure.of(first.total), figure.kind, language)}</strong><span>${figure.name[language]}</span></li>`)}</ul>
${reports.map((report) => grouping(report, language))}
<h2>${t.all}</h2>
${allFigures(first, language)}
<h2>${t.definitions}</h2>
${definitions(language)}
<footer>motcua</footer>`,
  );
};

const grouping = (report: IndicatorsReport, language: Language): Markup => {
  const dimensions = Object.keys(report.groups[0]?.key ?? {}) as ReadonlyArray<Dimension>;
  if (dimensions.length === 0) return html``;
  const t = WORDS[language];
  const names = dimensions.map((dimension) => dimensionNames[dimension][language]);
  return html`<h2>${t.by} ${names.join(", ")}</h2>
${dimensions.length === 1 && dimensions[0] === "month" ? monthsChart(report, language) : html``}
<div class="scroll"><table>
<thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}${GROUP_FIGURES.map(({ name }) => html`<th scope="col">${name[language]}</th>`)}</tr></thead>
<tbody>
${report.groups.map(
  (
    group,
  ) => html`<tr>${dimensions.map((dimension) => html`<th scope="row">${group.key[dimension] ?? "–"}</th>`)}${cells(group, language)}</tr>
`,
)}</tbody></table></div>`;
};

const cells = (indicators: Indicators, language: Language): ReadonlyArray<Markup> =>
  GROUP_FIGURES.map((figure) => html`<td>${written(figure.of(indicators), figure.kind, language)}</td>`);

const monthsChart = ({ groups }: IndicatorsReport, language: Language): Markup => {
  const t = WORDS[language];
  const count = (value: number) => written(value, "count", language);
  const bars = groups.map(({ key, resolved: { early, onTime, late, noDeadline } }) => ({
    label: (key.month ?? "").slice(2),
    inWords: `${key.month}: ${t.early} ${count(early)}, ${t.onTime} ${count(onTime)}, ${t.late} ${count(late)}`,
    parts: [
      { kind: "early", value: early },
      { kind: "onTime", value: onTime },
      { kind: "late", value: late },
      { kind: "open", value: noDeadline },
    ],
  }));
  return html`<figure>${stackedBars(t.chart, bars, count)}<figcaption>${t.chart}:<span class="key early"></span>${t.early}<span class="key onTime"></span>${t.onTime}<span class="key late"></span>${t.late}</figcaption></figure>`;
};

const allFigures = ({ total }: IndicatorsReport, language: Language): Markup => {
  const t = WORDS[language];
  const { calendarDays, workingDays, daysWithIntake } = total.perDay;
  const perDay = [
    { name: t.calendarDays, average: calendarDays },
    ...(workingDays === null ? [] : [{ name: t.workingDays, average: workingDays }]),
    { name: t.daysWithIntake, average: daysWithIntake },
  ];
  return html`<div class="scroll"><table><tbody>
${FIGURES.map(
  (
    figure,
  ) => html`<tr><th scope="row">${figure.name[language]}</th><td>${written(figure.of(total), figure.kind, language)}</td></tr>
`,
)}${perDay.map(
  ({
    name,
    average,
  }) => html`<tr><th scope="row">${t.perDay} (${written(average.days, "count", language)} ${name})</th><td>${written(average.received, "days", language)}</td></tr>
`,
)}</tbody></table></div>`;
};

const WORDS = {
  en: {
    heading: "How dossiers were handled",
    by: "By",
    all: "All figures",
    definitions: "What the figures mean",
    chart: "Decided in the month",
    early: "early",
    onTime: "on time",
    late: "late",
    perDay: "received a day",
    calendarDays: "calendar days",
    workingDays: "working days",
    daysWithIntake: "days with intake",
  },
  vi: {
    heading: "Kết quả giải quyết hồ sơ",
    by: "Theo",
    all: "Toàn bộ chỉ tiêu",
    definitions: "Ý nghĩa các chỉ tiêu",
    chart: "Giải quyết trong tháng",
    early: "trước hạn",
    onTime: "đúng hạn",
    late: "quá hạn",
    perDay: "tiếp nhận mỗi ngày",
    calendarDays: "ngày lịch",
    workingDays: "ngày làm việc",
    daysWithIntake: "ngày có tiếp nhận",
  },
} as const;
