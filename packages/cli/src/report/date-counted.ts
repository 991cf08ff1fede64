import type { LocalDate } from "@motcua/core";
import type { Text } from "../text/text.js";

/** Said in the title of a report on what stands, which is of one date. */
export const dateCounted = (date: LocalDate): Text => ({ en: `counted on ${date}`, vi: `thống kê tại ngày ${date}` });

/** Which date that is. */
export const DATE_COUNTED: readonly [name: Text, meaning: Text] = [
  { en: "The date counted", vi: "Ngày thống kê" },
  {
    en: "The last day of the period, or the day of --as-of if that is earlier; where neither is asked for, that of the last event the report reads. A fact counts from the date from which it holds, whenever it was decided.",
    vi: "Ngày cuối kỳ, hoặc ngày của --as-of nếu sớm hơn; nếu không nêu thì là ngày của sự kiện cuối cùng mà báo cáo đọc. Mỗi sự việc được tính từ ngày có hiệu lực, bất kể ngày quyết định.",
  },
];
