import { html, type Markup } from "../html/escape.js";
import { page } from "../html/page.js";
import type { Language } from "../text/text.js";
import { written } from "./figure.js";
import type { FurtherTable } from "./sheet.js";
import { difference, SIDE_WORDS, type SideBySide, writtenDifference } from "./side-by-side.js";

/** Two columns of figures and their difference, as one page that prints. */
export const sideBySideHtml = <Figures>(sides: SideBySide<Figures>, language: Language): string => {
  const { heading, title, further, definitions } = sides;
  return page(
    language,
    heading[language],
    html`<h1>${heading[language]}</h1>
<p class="about">${title}.</p>
${cards(sides, language)}
${figuresTable(sides, language)}
${further.map(furtherTable)}
<h2>${SIDE_WORDS[language].definitions}</h2>
<dl class="definitions">${definitions.map(
      ([name, meaning]) => html`<dt>${name[language]}</dt><dd>${meaning[language]}</dd>
`,
    )}</dl>
<footer>motcua</footer>`,
  );
};

const cards = <Figures>({ figures, cards: paths, columns }: SideBySide<Figures>, language: Language): Markup => {
  const [before, after] = columns;
  const shown = paths.flatMap((path) => figures.filter((figure) => figure.path === path));
  return html`<ul class="cards">${shown.map(({ name, kind, of }) => {
    const values = [before, after].map((side) => written(of(side.of), kind, language));
    return html`<li><strong class="long">${values.join(" → ")}</strong><span>${name[language]}</span></li>`;
  })}</ul>`;
};

const figuresTable = <Figures>({ figures, columns }: SideBySide<Figures>, language: Language): Markup => {
  const [before, after] = columns;
  const t = SIDE_WORDS[language];
  const titles = [t.figure, before.name[language], after.name[language], t.difference];
  return html`<div class="scroll"><table>
<thead><tr>${titles.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>
${figures.map(({ name, kind, of }) => {
  const [a, b] = [of(before.of), of(after.of)];
  return html`<tr><th scope="row">${name[language]}</th><td>${written(a, kind, language)}</td><td>${written(b, kind, language)}</td><td>${writtenDifference(difference(a, b), kind, language)}</td></tr>
`;
})}</tbody></table></div>`;
};

const furtherTable = ({ title, columns, rows }: FurtherTable): Markup => {
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
