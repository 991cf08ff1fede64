import type { OnTimeBy } from "@motcua/core";
import type { Text } from "../text/text.js";

/** Said in the title of a report that compares due dates. */
export const compared = (onTimeBy: OnTimeBy): Text => {
  const { en, vi } = WAYS[onTimeBy];
  return { en: `due dates compared ${en}`, vi: `so hạn ${vi}` };
};

const WAYS = {
  auto: { en: "each in its own kind", vi: "theo loại của từng hạn" },
  instant: { en: "by instant", vi: "theo thời điểm" },
  date: { en: "by local date", vi: "theo ngày" },
} as const;
