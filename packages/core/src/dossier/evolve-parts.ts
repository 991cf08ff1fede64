import type { Instant } from "../time/instant.js";
import type { DossierEventData } from "./event.js";
import type { Opinion, SubTask } from "./state.js";

export const opinionAsked = (
  opinions: ReadonlyArray<Opinion>,
  { opinion, agency, due }: DossierEventData<"OpinionRequested">,
): ReadonlyArray<Opinion> => [...opinions, { opinion, agency, due, recordedAt: null, reportedOverdue: false }];

export const opinionSettled = (
  opinions: ReadonlyArray<Opinion>,
  name: string,
  change: Partial<Opinion>,
): ReadonlyArray<Opinion> => opinions.map((known) => (known.opinion === name ? { ...known, ...change } : known));

/** The agency's planned part gets its due date; a part that nobody planned is one all the same. */
export const partOpened = (
  parts: ReadonlyArray<SubTask>,
  { agency, due }: DossierEventData<"SubTaskOpened">,
): ReadonlyArray<SubTask> => {
  const place = parts.findIndex((part) => part.agency === agency && part.due === null);
  return place < 0
    ? [...parts, { agency, term: null, due, completedAt: null }]
    : parts.map((part, n) => (n === place ? { ...part, due } : part));
};

export const partCompleted = (parts: ReadonlyArray<SubTask>, agency: string, at: Instant): ReadonlyArray<SubTask> => {
  const place = parts.findIndex((part) => part.agency === agency && part.due !== null && part.completedAt === null);
  return parts.map((part, n) => (n === place ? { ...part, completedAt: at } : part));
};
