import type { TimeFigures, TimeReport } from "@motcua/core";
import { dimensionName, dimensionValue } from "../text/labels.js";
import type { Language } from "../text/text.js";
import { figuresOf, written } from "./figure.js";
import type { FurtherTable, Report, Sheet } from "./sheet.js";
import { dimensionsOf } from "./sheet-title.js";

const figure = figuresOf<TimeFigures>();
const ofTotal = figuresOf<TimeReport["total"]>();

/** As many queues as one looks at first. */
const LONGEST = 10;

/** How people read the report `time`. */
export const TIME: Sheet<TimeFigures, TimeReport["total"]> = {
  title: { en: "Working hours of dossiers", vi: "Giờ làm việc hồ sơ đã nằm" },
  heading: { en: "Where time goes", vi: "Thời gian nằm ở đâu" },
  figures: [
    figure("dossiers", "count", "dossiers", "hồ sơ", (f) => f.dossiers),
    figure("hours.total", "days", "hours", "số giờ", (f) => f.hours.total),
    figure("hours.working", "days", "hours of work", "giờ giải quyết", (f) => f.hours.working),
    figure("hours.waiting", "days", "hours of waiting", "giờ chờ", (f) => f.hours.waiting),
    figure(
      "hoursPerDossier.median",
      "days",
      "hours a dossier, median",
      "giờ mỗi hồ sơ, trung vị",
      (f) => f.hoursPerDossier.median,
    ),
    figure(
      "hoursPerDossier.p90",
      "days",
      "hours a dossier, 90th percentile",
      "giờ mỗi hồ sơ, bách phân vị 90",
      (f) => f.hoursPerDossier.p90,
    ),
    figure("queue.dossiers", "count", "lying there", "đang nằm", (f) => f.queue.dossiers),
    figure("queue.waiting", "count", "lying there, waiting", "đang nằm, chờ", (f) => f.queue.waiting),
    figure(
      "queue.ageHours.median",
      "days",
      "hours lying there, median",
      "giờ đã nằm, trung vị",
      (f) => f.queue.ageHours.median,
    ),
    figure(
      "queue.ageHours.oldest",
      "days",
      "hours lying there, longest",
      "giờ đã nằm, lâu nhất",
      (f) => f.queue.ageHours.oldest,
    ),
  ],
  ofTotal: [ofTotal("unmeasured", "count", "years not in the calendar", "ngoài các năm của lịch", (f) => f.unmeasured)],
  columns: [
    "dossiers",
    "hours.working",
    "hours.waiting",
    "hoursPerDossier.median",
    "hoursPerDossier.p90",
    "queue.dossiers",
    "queue.ageHours.oldest",
  ],
  cards: ["dossiers", "hours.working", "hours.waiting", "hoursPerDossier.median", "queue.dossiers"],
  further: (report, language) => longestQueues(report, language),
  definitions: [
    [
      { en: "Hours", vi: "Giờ" },
      {
        en: "Working time by the calendar, eight hours to a day, within the period: from reception to the decision, the withdrawal, or now. Nights, holidays and days off are in no figure.",
        vi: "Giờ làm việc theo lịch, tám giờ mỗi ngày, trong kỳ: từ khi tiếp nhận đến khi giải quyết xong, rút hồ sơ hoặc hiện tại. Không tính ban đêm, ngày lễ, ngày nghỉ.",
      },
    ],
    [
      { en: "Waiting", vi: "Chờ" },
      {
        en: "While the clock stood still: for a supplement, a payment, or a stop from which it was taken up again. A stop without that is an end.",
        vi: "Khi tạm dừng tính hạn: chờ bổ sung, chờ nghĩa vụ tài chính, hoặc dừng rồi tiếp tục giải quyết. Dừng hẳn coi như kết thúc.",
      },
    ],
    [
      { en: "Unit, agency, step", vi: "Đơn vị, cơ quan, bước" },
      {
        en: "The unit had it; the agency decides it, also while it lies at a counter; the step is what had happened last.",
        vi: "Đơn vị đang giữ hồ sơ; cơ quan có thẩm quyền giải quyết, kể cả khi hồ sơ còn ở quầy; bước là việc vừa diễn ra trước đó.",
      },
    ],
    [
      { en: "Lying there", vi: "Đang nằm" },
      {
        en: "At the end of the period, or now; the hours are since the dossier last came there, also before the period.",
        vi: "Vào cuối kỳ hoặc hiện tại; số giờ tính từ lần gần nhất hồ sơ đến đó, kể cả trước kỳ.",
      },
    ],
  ],
};

const longestQueues = (
  report: Report<TimeFigures, TimeReport["total"]>,
  language: Language,
): FurtherTable | undefined => {
  const dimensions = dimensionsOf(report);
  if (dimensions.length === 0) return undefined;
  const t = WORDS[language];
  const longest = report.groups
    .filter(({ queue }) => queue.dossiers > 0)
    .toSorted((a, b) => b.queue.dossiers - a.queue.dossiers)
    .slice(0, LONGEST);
  return {
    title: t.longest,
    columns: [...dimensions.map((dimension) => dimensionName(dimension)[language]), t.dossiers, t.median, t.oldest],
    rows: longest.map(({ key, queue: { dossiers, ageHours } }) => [
      ...dimensions.map((dimension) => dimensionValue(dimension, key[dimension], language)),
      written(dossiers, "count", language),
      written(ageHours.median, "days", language),
      written(ageHours.oldest, "days", language),
    ]),
  };
};

const WORDS = {
  en: { longest: "Longest queues", dossiers: "dossiers", median: "hours, median", oldest: "hours, longest" },
  vi: { longest: "Nơi tồn nhiều nhất", dossiers: "hồ sơ", median: "giờ, trung vị", oldest: "giờ, lâu nhất" },
} as const;
