import {
  formatInstant,
  localDateOf,
  type RevisionQuery,
  revisionCutOf,
  revisionReport,
  revisionView,
} from "@motcua/core";
import { project } from "@motcua/event-store";
import { Command } from "commander";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import { instantOption } from "../arguments.js";
import type { Context } from "../context.js";
import { answerIsNo, type Failure, requestIsWrong } from "../exit.js";
import type { Io } from "../io.js";
import { wholeNumber } from "../options.js";
import { storeFailure } from "../text/failures.js";
import {
  type AskedReport,
  askedOf,
  disorder,
  type ReportOptions,
  withCentreOption,
  withOnTimeByOption,
  withReportOptions,
} from "./options.js";
import { within } from "./projections.js";
import { renderSideBySide } from "./render-side-by-side.js";
import { revisionSheet } from "./revision.js";

interface RevisionOptions extends ReportOptions {
  readonly knownThen: string;
  readonly atMost: number;
}

/** `report revision`: a period as it was known then, and as it is known now. */
export const revisionCommand = (io: Io, finished: Finished): Command =>
  withOnTimeByOption(withCentreOption(withReportOptions(new Command("revision"))))
    .description("a period as it was known then and as it is known now, with the events that made the difference")
    .requiredOption("--known-then <instant>", "what had been recorded by then; --to is its day unless given")
    .option("--at-most <number>", "so many dossiers, and so many events of each", wholeNumber(0, 1_000_000), 20)
    .action((options: RevisionOptions) =>
      perform(io, options, finished, async (context) => {
        const asked = askedOf(options, context);
        if (isLeft(asked)) return asked;
        const query = revisionOf(asked.right, options, context);
        if (isLeft(query)) return query;
        const { knownThen } = query.right;
        return withStore(io, options.store, "read", async ({ store, url }) => {
          const head = await store.head();
          if (isLeft(head)) return left(storeFailure(url, head.left));
          const view = await project(store, revisionView(revisionCutOf(query.right)), {
            only: within(asked.right.sight),
            progress: (folded) => context.progress.at("reading", folded, head.right.events),
          })();
          if (isLeft(view)) return left(storeFailure(url, view.left));
          context.progress.end();
          if (view.right.asKnownThen.firstOccurredAt === null)
            return left(nothingKnown(formatInstant(context.zone, knownThen)));
          const report = revisionReport(view.right, query.right);
          context.print(renderSideBySide(revisionSheet(report, context.language, context.zone), context));
          return right(0);
        });
      }),
    );

/** Default period: the whole days that were over then. */
const revisionOf = (
  { sight, query }: AskedReport,
  { knownThen: text, atMost }: RevisionOptions,
  { zone }: Context,
): Either<Failure, RevisionQuery> => {
  const then = instantOption("--known-then", text, zone);
  if (isLeft(then)) return then;
  const knownThen = then.right ?? 0;
  const { knownAt } = sight;
  if (knownAt !== undefined && knownAt < knownThen) return left(wrongOrder);
  const { from, to = localDateOf(zone, knownThen) } = query;
  if (from !== undefined && from >= to) return left(disorder(from, to));
  return right({ ...query, to, knownThen, atMost, ...(knownAt !== undefined && { knownAt }) });
};

const wrongOrder = requestIsWrong({
  en: "--known-at must not be earlier than --known-then",
  vi: "--known-at không được trước --known-then",
});

const nothingKnown = (then: string): Failure =>
  answerIsNo({
    en: `nothing had been recorded of any dossier by ${then}. See motcua dossier history ID for when things were recorded.`,
    vi: `đến ${then} chưa có gì được ghi về hồ sơ nào. Xem motcua dossier history ID để biết lúc ghi.`,
  });
