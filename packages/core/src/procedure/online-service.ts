import type { LocalDate } from "../time/local-date.js";
import type { OnlineLevel } from "./vocabulary.js";

/** How much of a procedure is done online: the whole way ("toàn trình"), or a part of it ("một phần"). */
export type OnlineService = "whole" | "partial";

/** Which levels go by which name, and since when. */
export interface OnlineNaming {
  readonly effectiveFrom: LocalDate;
  readonly basis: string;
  readonly names: Readonly<Record<OnlineLevel, OnlineService | null>>;
}

/**
 * Decree 42/2022/NĐ-CP put two names in the place of the four levels. The day, and that level 3 is the part and levels 1
 * and 2 are no online service any more, are from general knowledge; that level 4 is the whole was read in secondary texts.
 */
export const ONLINE_NAMINGS: ReadonlyArray<OnlineNaming> = [
  { effectiveFrom: "2022-08-15", basis: "NĐ 42/2022/NĐ-CP", names: { 1: null, 2: null, 3: "partial", 4: "whole" } },
];

/** What a level is called on a local date; `null` before the names came, and for levels that have none. */
export const onlineServiceOn = (level: OnlineLevel, date: LocalDate): OnlineService | null =>
  ONLINE_NAMINGS.findLast(({ effectiveFrom }) => effectiveFrom <= date)?.names[level] ?? null;
