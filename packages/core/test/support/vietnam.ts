import {
  type Due,
  dossierDecider,
  type Instant,
  type LocalDate,
  type Rules,
  VIETNAM,
  VIETNAM_POLICIES,
} from "../../src/index.js";

const rules: Rules = { calendar: VIETNAM, policies: VIETNAM_POLICIES };

export const decider = dossierDecider(rules);

/** A wall-clock time in Vietnam, such as `2018-07-02T08:00`. */
export const vn = (time: string): Instant => Date.parse(`${time}+07:00`);

export const dueOn = (date: LocalDate): Due => ({ kind: "date", date });

export const dueBy = (time: string): Due => ({ kind: "instant", instant: vn(time) });
