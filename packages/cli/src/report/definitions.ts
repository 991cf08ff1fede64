import { html, type Markup } from "../html/escape.js";
import type { Language, Text } from "../text/text.js";

const DEFINITIONS: ReadonlyArray<readonly [name: Text, meaning: Text]> = [
  [
    { en: "Early, on time, late", vi: "Trước hạn, đúng hạn, quá hạn" },
    {
      en: "The day of the decision beside the promised date: before it, on it, after it. A date that was put off later changes nothing here.",
      vi: "Ngày giải quyết xong so với ngày hẹn trả ban đầu: trước, đúng, sau. Việc hẹn lại không làm thay đổi cách tính này.",
    },
  ],
  [
    { en: "Of decided", vi: "Trên số đã giải quyết" },
    {
      en: "(early + on time) / (early + on time + late). Dossiers without a due date are in neither part.",
      vi: "(trước hạn + đúng hạn) / (trước hạn + đúng hạn + quá hạn). Hồ sơ không có hạn không tính vào cả hai phần.",
    },
  ],
  [
    { en: "Of received", vi: "Trên số tiếp nhận" },
    {
      en: "(early + on time) / (received + carried over). Decree 61/2018/NĐ-CP, art. 30.2c.",
      vi: "(trước hạn + đúng hạn) / (tiếp nhận + kỳ trước chuyển sang). Nghị định 61/2018/NĐ-CP, Điều 30.2c.",
    },
  ],
  [
    { en: "Of handled", vi: "Trên tổng số xử lý" },
    {
      en: "(early + on time + in progress within term) / (decided + in progress). Decision 766/QĐ-TTg.",
      vi: "(trước hạn + đúng hạn + đang giải quyết trong hạn) / (đã giải quyết + đang giải quyết). Quyết định 766/QĐ-TTg.",
    },
  ],
  [
    { en: "Terms", vi: "Cách tính hạn" },
    {
      en: "Working days after the day of reception, to 24:00 of the last (Civil Code 2015, art. 147-148); anew after a supplement (Decree 61/2018, art. 19.4).",
      vi: "Số ngày làm việc kể từ ngày liền sau ngày tiếp nhận, hết 24 giờ ngày cuối (Bộ luật Dân sự 2015, Điều 147-148); tính lại từ đầu sau khi bổ sung (Nghị định 61/2018, Điều 19.4).",
    },
  ],
  [
    { en: "–", vi: "–" },
    {
      en: "Nothing to divide by: no figure, which is not 0 and not 100 %.",
      vi: "Không có mẫu số: không có số liệu, không phải 0 và không phải 100 %.",
    },
  ],
];

/** What the figures mean, and the law they follow from. */
export const definitions = (language: Language): Markup =>
  html`<dl class="definitions">${DEFINITIONS.map(
    ([name, meaning]) => html`<dt>${name[language]}</dt><dd>${meaning[language]}</dd>
`,
  )}</dl>`;
