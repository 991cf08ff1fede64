import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { answerDue } from "../petition/deadlines.js";
import type { PetitionState } from "../petition/state.js";
import type { OpenDeadline } from "./open-deadline.js";
import type { PetitionDeadline } from "./vocabulary.js";

type Open = ReadonlyArray<OpenDeadline<PetitionDeadline>>;

/**
 * All that has to be done about a petition by a date, and is not done: what is outside the office's competence is passed on
 * (NĐ 20/2008), the rest is answered, and the answer is published. While a supplement is waited for, nobody is late.
 */
export const petitionDeadlines =
  ({ zone }: Pick<WorkingCalendar, "zone">) =>
  (state: PetitionState): Open => {
    const { status, competence, deadlines, lodgedAt: since } = state;
    if (status === "answered")
      return state.publish === null || state.publishedAt !== null
        ? []
        : [{ deadline: "publish", of: null, due: state.publish.due, since: null }];
    if (status !== "lodged") return [];
    if (competence === "outside")
      return deadlines.forward === undefined
        ? []
        : [{ deadline: "forward", of: null, due: deadlines.forward.due, since }];
    const due = answerDue(zone, state);
    return due === null ? [] : [{ deadline: "answer", of: null, due, since }];
  };
