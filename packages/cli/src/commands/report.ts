import {
  backlogReport,
  CATALOGUE_DIMENSIONS,
  catalogueReport,
  DIMENSIONS,
  II06_DIMENSIONS,
  INDEX766_DIMENSIONS,
  ii06Report,
  index766Report,
  indicatorsReport,
  PETITION_DIMENSIONS,
  petitionsReport,
  REVENUE_DIMENSIONS,
  revenueReport,
  SCORES_DIMENSIONS,
  satisfactionReport,
  scoresReport,
  TIME_DIMENSIONS,
  timeReport,
  unitsReport,
} from "@motcua/core";
import { Command } from "commander";
import type { Finished } from "../act.js";
import type { Io } from "../io.js";
import { BACKLOG } from "../report/backlog.js";
import { CATALOGUE } from "../report/catalogue.js";
import { reportCommandOf } from "../report/command.js";
import { II06 } from "../report/ii06.js";
import { INDEX766 } from "../report/index766.js";
import { INDICATORS } from "../report/indicators.js";
import { PETITIONS } from "../report/petitions.js";
import type { Views } from "../report/projections.js";
import { REVENUE } from "../report/revenue.js";
import { revisionCommand } from "../report/revision-command.js";
import { SATISFACTION } from "../report/satisfaction.js";
import { SCORES } from "../report/scores.js";
import { TIME } from "../report/time.js";
import { UNITS } from "../report/units.js";
import { whatIfCommand } from "../report/whatif-command.js";

/** What lies open lies there now, whatever the month. */
const OF_NOW = DIMENSIONS.filter((dimension) => dimension !== "month");

/** What the score sheets are made of. */
const factsIn = (views: Pick<Views, "catalogueRows" | "dossierRows" | "petitionRows">) => ({
  catalogue: views.catalogueRows,
  dossiers: views.dossierRows,
  petitions: views.petitionRows,
});

const reports = [
  reportCommandOf({
    name: "indicators",
    about: "volumes, on-time rates by each named denominator, throughput, transfers, open and overdue",
    views: ["dossierRows"],
    dimensions: DIMENSIONS,
    pageGroupings: [["month"], ["agency"]],
    comparesDueDates: true,
    ofOneCentre: true,
    compute: ({ dossierRows }, query) => indicatorsReport(dossierRows, query),
    sheet: INDICATORS,
  }),
  reportCommandOf({
    name: "ii06",
    about: "form II.06 of TT 01/2020: received, decided and in progress by field, in its numbered columns",
    views: ["dossierRows"],
    dimensions: II06_DIMENSIONS,
    defaultBy: ["field"],
    pageGroupings: [["field"], ["agency"]],
    comparesDueDates: true,
    ofOneCentre: true,
    compute: ({ dossierRows }, query) => ii06Report(dossierRows, query),
    sheet: II06,
  }),
  reportCommandOf({
    name: "index766",
    about: "the index of Decision 766/QĐ-TTg, indicator by indicator; what the log holds no facts of says so",
    views: ["catalogueRows", "dossierRows", "petitionRows"],
    dimensions: INDEX766_DIMENSIONS,
    pageGroupings: [["agency"]],
    comparesDueDates: true,
    ofOneCentre: true,
    compute: (views, query) => index766Report(factsIn(views), query),
    sheet: INDEX766,
  }),
  reportCommandOf({
    name: "scores",
    about: "the nine indices of TT 01/2018/TT-VPCP for each agency and for all; five for staff, by handler",
    views: ["catalogueRows", "dossierRows", "petitionRows"],
    dimensions: SCORES_DIMENSIONS,
    defaultBy: ["agency"],
    pageGroupings: [["agency"]],
    comparesDueDates: false,
    ofOneCentre: true,
    compute: (views, query) => scoresReport(factsIn(views), query),
    sheet: SCORES,
  }),
  reportCommandOf({
    name: "satisfaction",
    about: "how satisfied applicants were, by aspect and scale, and how many of them said so",
    views: ["dossierRows"],
    dimensions: [...DIMENSIONS, "aspect"] as const,
    pageGroupings: [["aspect"], ["month"], ["agency"]],
    comparesDueDates: false,
    ofOneCentre: true,
    compute: ({ dossierRows }, query) => satisfactionReport(dossierRows, query),
    sheet: SATISFACTION,
  }),
  reportCommandOf({
    name: "backlog",
    about: "what lies open: within term, due soon, overdue and for how long, waiting, and its age",
    views: ["dossierRows"],
    dimensions: OF_NOW,
    pageGroupings: [["agency"], ["field"]],
    comparesDueDates: true,
    ofOneCentre: true,
    compute: ({ dossierRows }, query) => backlogReport(dossierRows, query),
    sheet: BACKLOG,
  }),
  reportCommandOf({
    name: "catalogue",
    about: "procedures, agencies and wards on a date, and what is promised: same day, shortened, online",
    views: ["catalogueRows"],
    dimensions: CATALOGUE_DIMENSIONS,
    pageGroupings: [["agency"], ["field"], ["onlineLevel"]],
    comparesDueDates: false,
    ofOneCentre: false,
    compute: ({ catalogueRows }, query) => catalogueReport(catalogueRows, query),
    sheet: CATALOGUE,
  }),
  reportCommandOf({
    name: "petitions",
    about: "petitions lodged, answered on time and late, open and overdue, founded and unfounded",
    views: ["petitionRows"],
    dimensions: PETITION_DIMENSIONS,
    pageGroupings: [["month"], ["category"], ["unit"]],
    comparesDueDates: false,
    ofOneCentre: true,
    compute: ({ petitionRows }, query) => petitionsReport(petitionRows, query),
    sheet: PETITIONS,
  }),
  reportCommandOf({
    name: "revenue",
    about: "fees, charges and taxes: assessed, collected, refunded, paid in to the State budget, on hand",
    views: ["revenueAccounts"],
    dimensions: REVENUE_DIMENSIONS,
    pageGroupings: [["month"], ["kind"], ["unit"]],
    comparesDueDates: false,
    ofOneCentre: true,
    compute: ({ revenueAccounts }, query) => revenueReport(revenueAccounts, query),
    sheet: REVENUE,
  }),
  reportCommandOf({
    name: "units",
    about: "each unit in force on a date: its kind, parent and centre, what standards it meets, its own dossiers",
    views: ["catalogueRows", "dossierRows"],
    dimensions: [],
    pageGroupings: [[]],
    comparesDueDates: true,
    ofOneCentre: true,
    compute: ({ catalogueRows, dossierRows }, query) => unitsReport(catalogueRows, { ...query, dossiers: dossierRows }),
    sheet: UNITS,
  }),
  reportCommandOf({
    name: "time",
    about: "where time goes: working hours that dossiers lay, worked on and waiting; what lies there, and for how long",
    views: ["timeRows"],
    dimensions: TIME_DIMENSIONS,
    defaultBy: ["unit"],
    pageGroupings: [["unit"], ["step"], ["agency"], ["handler"]],
    comparesDueDates: false,
    ofOneCentre: true,
    compute: ({ timeRows }, query) => timeReport(timeRows, query),
    sheet: TIME,
  }),
  whatIfCommand,
  revisionCommand,
];

export const reportCommand = (io: Io, finished: Finished): Command => {
  const command = new Command("report").description("figures that follow from the facts");
  for (const report of reports) command.addCommand(report(io, finished));
  return command;
};
