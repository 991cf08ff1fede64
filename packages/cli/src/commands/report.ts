import { backlogReport, DIMENSIONS, indicatorsReport, satisfactionReport } from "@motcua/core";
import { Command } from "commander";
import type { Finished } from "../act.js";
import type { Io } from "../io.js";
import { BACKLOG } from "../report/backlog.js";
import { reportCommandOf } from "../report/command.js";
import { INDICATORS } from "../report/indicators.js";
import { SATISFACTION } from "../report/satisfaction.js";

/** What lies open lies there now, whatever the month. */
const OF_NOW = DIMENSIONS.filter((dimension) => dimension !== "month");

const reports = [
  reportCommandOf({
    name: "indicators",
    about: "volumes, on-time rates by each named denominator, throughput, transfers, open and overdue",
    view: "dossierRows",
    dimensions: DIMENSIONS,
    pageGroupings: [["month"], ["agency"]],
    comparesDueDates: true,
    compute: indicatorsReport,
    sheet: INDICATORS,
  }),
  reportCommandOf({
    name: "satisfaction",
    about: "how satisfied applicants were, by aspect and scale, and how many of them said so",
    view: "dossierRows",
    dimensions: [...DIMENSIONS, "aspect"] as const,
    pageGroupings: [["aspect"], ["month"], ["agency"]],
    comparesDueDates: false,
    compute: satisfactionReport,
    sheet: SATISFACTION,
  }),
  reportCommandOf({
    name: "backlog",
    about: "what lies open: within term, due soon, overdue and for how long, waiting, and its age",
    view: "dossierRows",
    dimensions: OF_NOW,
    pageGroupings: [["agency"], ["field"]],
    comparesDueDates: true,
    compute: backlogReport,
    sheet: BACKLOG,
  }),
];

export const reportCommand = (io: Io, finished: Finished): Command => {
  const command = new Command("report").description("figures that follow from the facts");
  for (const report of reports) command.addCommand(report(io, finished));
  return command;
};
