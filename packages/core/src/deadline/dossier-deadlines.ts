import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { bindingDue } from "../dossier/binding-due.js";
import { possibleFrom } from "../dossier/possible.js";
import type { DossierState } from "../dossier/state.js";
import type { OpenDeadline } from "./open-deadline.js";
import type { DossierDeadline } from "./vocabulary.js";

type Open = ReadonlyArray<OpenDeadline<DossierDeadline>>;

/**
 * All that has to be done about a dossier by a date, and is not done. While the dossier's clock stands still, neither it nor
 * its handler can be late; another agency's opinion, its part of an interlinked dossier and the applicant's supplement have
 * dates of their own.
 *
 * @example
 * dossierDeadlines(calendar)(state) // [{ deadline: "dossier", of: null, due: { kind: "date", date: "2018-07-09" }, … }]
 */
export const dossierDeadlines =
  (calendar: Pick<WorkingCalendar, "zone">) =>
  (state: DossierState): Open => {
    if (!possibleFrom.noteDeadline.includes(state.status)) return [];
    return [
      ...ofDossier(calendar, state),
      ...handOver(state),
      ...handler(state),
      ...opinions(state),
      ...parts(state),
      ...supplement(state),
    ];
  };

const ofDossier = (calendar: Pick<WorkingCalendar, "zone">, state: DossierState): Open => {
  const due = bindingDue(calendar, state);
  return due === null || isStopped(state)
    ? []
    : [{ deadline: "dossier", of: null, due, since: state.clock?.startedAt ?? state.receivedAt }];
};

const handOver = ({ handOverBy }: DossierState): Open =>
  handOverBy === null
    ? []
    : [{ deadline: "handOver", of: null, due: { kind: "instant", instant: handOverBy }, since: null }];

const handler = (state: DossierState): Open =>
  state.handlerDue === null || isStopped(state)
    ? []
    : [{ deadline: "handler", of: state.handler, due: state.handlerDue, since: null }];

const opinions = (state: DossierState): Open =>
  state.opinions.flatMap(({ opinion, due, recordedAt }) =>
    recordedAt === null ? [{ deadline: "opinion", of: opinion, due, since: null }] : [],
  );

const parts = ({ subTasks }: DossierState): Open =>
  subTasks.flatMap(({ agency, due, completedAt }) =>
    due === null || completedAt !== null ? [] : [{ deadline: "subTask", of: agency, due, since: null }],
  );

const supplement = ({ status, supplementUntil, supplementRequestedAt }: DossierState): Open =>
  status === "awaitingSupplement" && supplementUntil !== null
    ? [{ deadline: "supplement", of: null, due: supplementUntil, since: supplementRequestedAt }]
    : [];

const isStopped = ({ clock }: DossierState): boolean => clock?.stopped != null;
