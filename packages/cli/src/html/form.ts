import type { FormDocument, FormField, FormSignature, FormTable, FormText, FormValue } from "@motcua/core";
import type { Language } from "../text/text.js";
import { html, type Markup } from "./escape.js";
import { formStyle } from "./form-style.js";
import { page } from "./page.js";

/**
 * A form as one page that prints on its paper, A5 or A4, without anything from elsewhere. Forms are Vietnamese by law:
 * in English each word of the form is said again beneath.
 *
 * @example
 * formHtml(document, "vi")
 */
export const formHtml = (document: FormDocument, language: Language): string => {
  const say = saying(language);
  const { title, code, fields, tables, signatures } = document;
  return page(
    "vi",
    code === null ? title.vi : `${title.vi} ${code}`,
    html`${head(document)}
<h1>${say(title)}</h1>
${code === null ? html`` : html`<p class="code">${say(WORDS.code)}: <b>${code}</b></p>`}
${fields.map((each) => fieldLine(each, say))}
${tables.map((each) => ruled(each, say))}
${signatures.length === 0 ? html`` : html`<div class="signatures">${signatures.map((each) => signing(each, say))}</div>`}`,
    formStyle(document.paper, orientationOf(document)),
  );
};

type Say = (words: FormText) => Markup;

const saying =
  (language: Language): Say =>
  ({ vi, en }) =>
    language === "vi" || vi === en ? html`${vi}` : html`${vi} <i lang="en">${en}</i>`;

/** A table of many columns needs the long side of the paper. */
const orientationOf = ({ tables }: FormDocument): "portrait" | "landscape" =>
  tables.some(({ columns }) => columns.length > 5) ? "landscape" : "portrait";

/** The issuer on the left, the State's heading on the right, as on every letter of an office. */
const head = ({ issuer, regulation, number, issuedOn }: FormDocument): Markup => html`<header>
<div><b class="issuer">${issuer ?? html`<span class="dots"></span>`}</b></div>
<div><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b class="motto">Độc lập - Tự do - Hạnh phúc</b>${issuedOn === null ? html`` : html`<em>${inFull(issuedOn)}</em>`}</div>
</header>
<p class="form">Mẫu số ${number} - ${REGULATIONS[regulation]}</p>`;

const inFull = (date: string): string => {
  const [year = "", month = "", day = ""] = date.split("-");
  return `Ngày ${day} tháng ${month} năm ${year}`;
};

const REGULATIONS: Readonly<Record<FormDocument["regulation"], string>> = {
  "TT-01-2018": "Thông tư 01/2018/TT-VPCP",
  "TT-03-2025": "Thông tư 03/2025/TT-VPCP",
};

const fieldLine = ({ label, value }: FormField, say: Say): Markup =>
  html`<p class="field"><span>${say(label)}:</span> ${value === null ? html`<span class="dots"></span>` : html`<span class="value">${written(value, say)}</span>`}</p>
`;

const written = (value: FormValue, say: Say): Markup => {
  if (value === null) return html``;
  return typeof value === "string" ? html`${value}` : say(value);
};

const ruled = ({ title, columns, rows }: FormTable, say: Say): Markup => html`<table>
${title === null ? html`` : html`<caption>${say(title)}</caption>`}
<thead><tr>${columns.map((column) => html`<th scope="col">${say(column)}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (row) => html`<tr>${row.map((value) => html`<td>${written(value, say)}</td>`)}</tr>
`,
)}</tbody></table>`;

const signing = ({ role, name }: FormSignature, say: Say): Markup =>
  html`<div><b>${say(role)}</b><br><em>${say(WORDS.sign)}</em><p class="name">${name ?? ""}</p></div>`;

const WORDS = {
  code: { vi: "Mã hồ sơ", en: "code" },
  sign: { vi: "(Ký và ghi rõ họ tên)", en: "(signature and full name)" },
} as const;
