import { type DossierRows, rowsOf, type Term, VIETNAM, whatIfReport, whatIfRows } from "@motcua/core";
import { Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import { term } from "../arguments.js";
import { answerIsNo, type Failure } from "../exit.js";
import type { Io } from "../io.js";
import { readViews } from "../views/read-views.js";
import { livesOf } from "./lives.js";
import { nearest } from "./nearest.js";
import { askedOf, type ReportOptions, withCentreOption, withOnTimeByOption, withReportOptions } from "./options.js";
import { renderSideBySide } from "./render-side-by-side.js";
import { whatIfSheet } from "./whatif.js";

interface WhatIfOptions extends ReportOptions {
  readonly procedure: string;
  readonly term: Term;
}

/** `report whatif`: the dossiers of one procedure under another term. */
export const whatIfCommand = (io: Io, finished: Finished): Command =>
  withOnTimeByOption(withCentreOption(withReportOptions(new Command("whatif"))))
    .description("the same history of one procedure under another term: the indicators as they were, and then")
    .requiredOption("--procedure <code>", "the procedure, as 1.001776")
    .requiredOption("--term <term>", "5wd working days, 20cd calendar days, 8wh working hours", term)
    .action((options: WhatIfOptions) =>
      perform(io, options, finished, async (context) => {
        const asked = askedOf(options, context);
        if (isLeft(asked)) return asked;
        const { sight, query } = asked.right;
        const { procedure } = options;
        return withStore(io, options.store, "read", async (opened) => {
          const views = await readViews(io, opened, ["dossierRows"], { ...options, sight }, context.progress);
          if (isLeft(views)) return views;
          const { dossierRows } = views.right;
          const { streams, known } = streamsOf(dossierRows, procedure);
          if (streams.length === 0) return left(unknownProcedure(procedure, known));
          const { empty, step } = whatIfRows(VIETNAM, options.term);
          let [rows, read] = [empty(), 0];
          for await (const life of livesOf(opened, streams, sight)) {
            if (isLeft(life)) return life;
            rows = step(rows, life.right);
            context.progress.at("replaying", ++read, streams.length);
          }
          context.progress.end();
          const report = whatIfReport(dossierRows, rows, { ...query, procedure, term: options.term });
          context.print(renderSideBySide(whatIfSheet(report, context.language), context));
          return right(0);
        });
      }),
    );

const streamsOf = (rows: DossierRows, wanted: string) => {
  const streams: string[] = [];
  const known = new Set<string>();
  for (const { stream, procedure } of rowsOf(rows)) {
    if (procedure === wanted) streams.push(stream);
    if (procedure !== null) known.add(procedure);
  }
  return { streams, known };
};

const unknownProcedure = (procedure: string, known: Iterable<string>): Failure => {
  const meant = nearest(procedure, known, 5).join(", ");
  return answerIsNo({
    en: `${procedure}: no dossier of such a procedure. The nearest that there are: ${meant || "none"}.`,
    vi: `${procedure}: không có hồ sơ nào của thủ tục này. Gần giống nhất: ${meant || "không có"}.`,
  });
};
