import { type LocalDate, type OnTimeBy, VIETNAM } from "@motcua/core";
import { Command, InvalidArgumentError, Option } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import { instantOption, localDate } from "../arguments.js";
import { type Failure, requestIsWrong } from "../exit.js";
import type { Io } from "../io.js";
import {
  type CommonOptions,
  type StoreOptions,
  type ViewsOptions,
  withCommonOptions,
  withStoreOption,
  withViewsOption,
} from "../options.js";
import { readViews } from "../views/read-views.js";
import type { ReportDefinition } from "./definition.js";
import type { Views } from "./projections.js";
import { renderSheet } from "./render-sheet.js";

interface ReportOptions extends CommonOptions, StoreOptions, ViewsOptions {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly centre?: string;
  readonly by?: ReadonlyArray<string>;
  readonly onTimeBy?: OnTimeBy;
}

/** The command of one report: what every report can be asked, read, computed and printed. */
export const reportCommandOf =
  <Name extends keyof Views, Dimension extends string, Figures, Total extends Figures>(
    definition: ReportDefinition<Name, Dimension, Figures, Total>,
  ) =>
  (io: Io, finished: Finished): Command => {
    const command = withCommonOptions(withViewsOption(withStoreOption(new Command(definition.name))))
      .description(definition.about)
      .option("--from <date>", "first local date; default that of the first event", localDate)
      .option("--to <date>", "the local date after the last; default the day after the last event", localDate)
      .option("--as-of <instant>", "leave out what happened later; default the last event")
      .option("--known-at <instant>", "leave out what was recorded later; default now");
    if (definition.ofOneCentre) command.option("--centre <code>", "only what belongs to this centre");
    if (definition.dimensions.length > 0) {
      const known = definition.dimensions.join(",");
      command.option("--by <dimensions>", `group by any of ${known}`, dimensionsOf(definition.dimensions));
    }
    if (definition.comparesDueDates) command.addOption(onTimeByOption());
    return command.action((options: ReportOptions) =>
      perform(io, options, finished, async (context) => {
        const asOf = instantOption("--as-of", options.asOf, context.zone);
        if (isLeft(asOf)) return asOf;
        const knownAt = instantOption("--known-at", options.knownAt, context.zone);
        if (isLeft(knownAt)) return knownAt;
        const disorder = disorderOf(options);
        if (disorder !== undefined) return left(disorder);
        return withStore(io, options.store, "read", async (opened) => {
          const sight = {
            ...(asOf.right !== undefined && { asOf: asOf.right }),
            ...(knownAt.right !== undefined && { knownAt: knownAt.right }),
          };
          const views = await readViews(io, opened, definition.views, { ...options, sight }, context.progress);
          if (isLeft(views)) return views;
          context.progress.end();
          const report = (by: ReadonlyArray<Dimension>) =>
            definition.compute(views.right, {
              by,
              zone: context.zone,
              calendar: VIETNAM,
              onTimeBy: options.onTimeBy ?? "auto",
              ...(options.from && { from: options.from }),
              ...(options.to && { to: options.to }),
              ...(options.centre && { centre: options.centre }),
              ...(asOf.right !== undefined && { asOf: asOf.right }),
            });
          const onlyOne = [(options.by ?? definition.defaultBy ?? []) as ReadonlyArray<Dimension>];
          const groupings = options.by === undefined && context.format === "html" ? definition.pageGroupings : onlyOne;
          context.print(renderSheet(definition.sheet, groupings.map(report), context));
          return right(0);
        });
      }),
    );
  };

const onTimeByOption = (): Option =>
  new Option("--on-time-by <comparison>", "auto: each due date in its own kind")
    .choices(["auto", "instant", "date"])
    .default("auto");

const disorderOf = ({ from, to }: ReportOptions): Failure | undefined =>
  from === undefined || to === undefined || from < to
    ? undefined
    : requestIsWrong({
        en: `--to ${to} must be later than --from ${from}: it is the day after the last`,
        vi: `--to ${to} phải sau --from ${from}: là ngày liền sau ngày cuối`,
      });

const dimensionsOf =
  (known: ReadonlyArray<string>) =>
  (text: string): ReadonlyArray<string> =>
    text.split(",").map((word) => {
      const dimension = known.find((each) => each === word.trim());
      if (dimension === undefined) throw new InvalidArgumentError(`must be some of ${known.join(",")}`);
      return dimension;
    });
