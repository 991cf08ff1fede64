import type { SatisfactionFigures } from "@motcua/core";
import { figuresOf } from "./figure.js";
import type { Sheet } from "./sheet.js";

const figure = figuresOf<SatisfactionFigures>();

/** How people read the report `satisfaction`. */
export const SATISFACTION: Sheet<SatisfactionFigures> = {
  title: { en: "Satisfaction", vi: "Mức độ hài lòng" },
  heading: { en: "How satisfied applicants were", vi: "Mức độ hài lòng của tổ chức, cá nhân" },
  figures: [
    figure("responses", "count", "ratings", "lượt đánh giá", (f) => f.responses),
    figure("satisfied", "count", "satisfied", "hài lòng", (f) => f.satisfied),
    figure("rate", "rate", "satisfied, of ratings", "hài lòng / lượt đánh giá", (f) => f.rate),
    figure("rated", "count", "dossiers rated", "hồ sơ được đánh giá", (f) => f.rated),
    figure("decided", "count", "dossiers decided", "hồ sơ đã giải quyết", (f) => f.decided),
    figure("responseRate", "rate", "rated, of decided", "được đánh giá / đã giải quyết", (f) => f.responseRate),
    figure("meanOfScale", "rate", "mean, of the scale", "trung bình theo thang điểm", (f) => f.meanOfScale),
  ],
  ofTotal: [],
  columns: ["responses", "satisfied", "rate", "rated", "decided", "responseRate", "meanOfScale"],
  cards: ["responses", "rate", "responseRate"],
  definitions: [
    [
      { en: "Satisfied", vi: "Hài lòng" },
      {
        en: "The upper part of a scale without its middle: 4 and 5 of 5, 3 and 4 of 4, 3 of 3.",
        vi: "Phần trên của thang điểm, không tính mức giữa: 4 và 5 trên 5, 3 và 4 trên 4, 3 trên 3.",
      },
    ],
    [
      { en: "Aspects", vi: "Khía cạnh" },
      {
        en: "Each rating is about one aspect (staff attitude, time, the whole); ask for --by aspect before comparing.",
        vi: "Mỗi đánh giá nói về một khía cạnh (thái độ, thời gian, tổng thể); hãy dùng --by aspect trước khi so sánh.",
      },
    ],
  ],
};
