import { html, type Markup } from "../html/escape.js";
import { page } from "../html/page.js";
import { dimensionName, dimensionValue } from "../text/labels.js";
import type { Language } from "../text/text.js";
import { written } from "./figure.js";
import { listedIn, type Report, type Sheet } from "./sheet.js";
import { dimensionsOf, titleOf } from "./sheet-title.js";
import { textOf } from "./text-column.js";

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
export const sheetHtml = <Figures, Total extends Figures>(
  sheet: Sheet<Figures, Total>,
  reports: ReadonlyArray<Report<Figures, Total>>,
  language: Language,
  note?: PageNote,
): string => {
  const [first] = reports;
  if (first === undefined) return "";
  const t = WORDS[language];
  const heading = note?.heading ?? sheet.heading[language];
  return page(
    language,
    heading,
    html`<h1>${heading}</h1>
<p class="about">${note === undefined ? "" : `${note.about} `}${titleOf(sheet, first, language)}.</p>
${cards(sheet, first, language)}
${reports.map((report) => grouping(sheet, report, language))}
${furtherTable(sheet, first, language)}
${allFigures(sheet, first, language)}
<h2>${t.definitions}</h2>
<dl class="definitions">${sheet.definitions.map(
      ([name, meaning]) => html`<dt>${name[language]}</dt><dd>${meaning[language]}</dd>
`,
    )}</dl>
<footer>motcua</footer>`,
  );
};

const cards = <Figures, Total extends Figures>(
  { figures, ofTotal, cards: paths }: Sheet<Figures, Total>,
  { total }: Report<Figures, Total>,
  language: Language,
): Markup => {
  const shown = paths.flatMap((path) => [...figures, ...ofTotal].filter((figure) => figure.path === path));
  return html`<ul class="cards">${shown.map(({ of, kind, name }) => card(written(of(total), kind, language), name[language]))}</ul>`;
};

/** A sum of money is too long for the large type. */
const card = (figure: string, name: string): Markup =>
  html`<li><strong${figure.length > 12 ? html` class="long"` : html``}>${figure}</strong><span>${name}</span></li>`;

const grouping = <Figures, Total extends Figures>(
  sheet: Sheet<Figures, Total>,
  report: Report<Figures, Total>,
  language: Language,
): Markup => {
  const dimensions = dimensionsOf(report);
  if (dimensions.length === 0) return html``;
  const names = dimensions.map((dimension) => dimensionName(dimension)[language]);
  const { texts = [] } = sheet;
  const figures = sheet.figures.filter(({ path }) => sheet.columns.includes(path));
  const cells = (line: Figures) =>
    html`${texts.map((column) => html`<td class="text">${textOf(column, line, language)}</td>`)}${figures.map(({ of, kind }) => html`<td>${written(of(line), kind, language)}</td>`)}`;
  return html`<h2>${WORDS[language].by} ${names.join(", ")}</h2>
${sheet.chart?.(report, language) ?? html``}
<div class="scroll"><table>
<thead>${spansRow(sheet, dimensions.length, language)}<tr>${names.map((name) => html`<th scope="col" class="text">${name}</th>`)}${texts.map(({ name }) => html`<th scope="col" class="text">${name[language]}</th>`)}${figures.map(({ name }) => html`<th scope="col">${name[language]}</th>`)}</tr></thead>
<tbody>
${report.groups.map(
  (
    group,
  ) => html`<tr>${dimensions.map((dimension) => html`<th scope="row">${dimensionValue(dimension, group.key[dimension], language)}</th>`)}${cells(group)}</tr>
`,
)}${sheet.totalRow ? html`<tr class="total"><th scope="row" colspan="${String(dimensions.length)}">${WORDS[language].total}</th>${cells(report.total)}</tr>` : html``}</tbody></table></div>`;
};

/** What several columns have in common, over their names. */
const spansRow = <Figures, Total extends Figures>(
  { spans }: Sheet<Figures, Total>,
  dimensions: number,
  language: Language,
): Markup =>
  spans === undefined
    ? html``
    : html`<tr class="spans"><td colspan="${String(dimensions)}"></td>${spans.map(({ name, columns }) => html`<th scope="colgroup" colspan="${String(columns)}">${name[language]}</th>`)}</tr>
`;

const furtherTable = <Figures, Total extends Figures>(
  { further }: Sheet<Figures, Total>,
  report: Report<Figures, Total>,
  language: Language,
): Markup => {
  const shown = further?.(report, language);
  if (shown === undefined) return html``;
  const { title, columns, rows } = shown;
  if (rows.length === 0) return html`<h2>${title}</h2>`;
  return html`<h2>${title}</h2>
<div class="scroll"><table>
<thead><tr>${columns.map((column) => html`<th scope="col" class="text">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (row) => html`<tr>${row.map((cell) => html`<td class="text">${cell}</td>`)}</tr>
`,
)}</tbody></table></div>`;
};

const allFigures = <Figures, Total extends Figures>(
  sheet: Sheet<Figures, Total>,
  { total }: Report<Figures, Total>,
  language: Language,
): Markup => {
  const figures = listedIn(sheet);
  if (figures.length === 0) return html``;
  return html`<h2>${WORDS[language].all}</h2>
<div class="scroll"><table><tbody>
${figures.map(
  ({
    name,
    of,
    kind,
  }) => html`<tr><th scope="row">${name[language]}</th><td>${written(of(total), kind, language)}</td></tr>
`,
)}</tbody></table></div>`;
};

const WORDS = {
  en: { by: "By", total: "Total", all: "All figures", definitions: "What the figures mean" },
  vi: { by: "Theo", total: "Tổng cộng", all: "Toàn bộ chỉ tiêu", definitions: "Ý nghĩa các chỉ tiêu" },
} as const;
