import { DIMENSIONS, type Dimension, indicatorsReport, type LocalDate, type OnTimeBy, VIETNAM } from "@motcua/core";
import { Command, InvalidArgumentError, Option } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import { instantOption, localDate } from "../arguments.js";
import { type Failure, requestIsWrong } from "../exit.js";
import type { Io } from "../io.js";
import { type CommonOptions, type StoreOptions, withCommonOptions, withStoreOption } from "../options.js";
import { readView } from "../report/read.js";
import { renderIndicators } from "../report/render.js";

interface IndicatorsOptions extends CommonOptions, StoreOptions {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly by?: ReadonlyArray<Dimension>;
  readonly onTimeBy: OnTimeBy;
}

export const reportCommand = (io: Io, finished: Finished): Command =>
  new Command("report").description("figures that follow from the facts").addCommand(indicatorsCommand(io, finished));

const indicatorsCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(withStoreOption(new Command("indicators")))
    .description("volumes, on-time rates by each named denominator, throughput, transfers, open and overdue")
    .option("--from <date>", "first local date; default that of the first event", localDate)
    .option("--to <date>", "the local date after the last; default the day after the last event", localDate)
    .option("--as-of <instant>", "leave out what happened later; default the last event")
    .option("--known-at <instant>", "leave out what was recorded later; default now")
    .option("--by <dimensions>", `group by any of ${DIMENSIONS.join(",")}`, dimensions)
    .addOption(
      new Option("--on-time-by <comparison>", "auto: each due date in its own kind")
        .choices(["auto", "instant", "date"])
        .default("auto"),
    )
    .action((options: IndicatorsOptions) =>
      perform(io, options, finished, async (context) => {
        const asOf = instantOption("--as-of", options.asOf, context.zone);
        if (isLeft(asOf)) return asOf;
        const knownAt = instantOption("--known-at", options.knownAt, context.zone);
        if (isLeft(knownAt)) return knownAt;
        const disorder = disorderOf(options);
        if (disorder !== undefined) return left(disorder);
        return withStore(io, options.store, "read", async (opened) => {
          const rows = await readView(opened, "dossierRows", context.progress, {
            ...(asOf.right !== undefined && { asOf: asOf.right }),
            ...(knownAt.right !== undefined && { knownAt: knownAt.right }),
          });
          if (isLeft(rows)) return rows;
          context.progress.end();
          const report = (by: ReadonlyArray<Dimension>) =>
            indicatorsReport(rows.right, {
              by,
              zone: context.zone,
              calendar: VIETNAM,
              onTimeBy: options.onTimeBy,
              ...(options.from && { from: options.from }),
              ...(options.to && { to: options.to }),
              ...(asOf.right !== undefined && { asOf: asOf.right }),
            });
          // A page has room for the two groupings that people ask for first.
          const groupings = options.by ? [options.by] : context.format === "html" ? PAGE_GROUPINGS : [[]];
          context.print(renderIndicators(groupings.map(report), context));
          return right(0);
        });
      }),
    );

const PAGE_GROUPINGS: ReadonlyArray<ReadonlyArray<Dimension>> = [["month"], ["agency"]];

const disorderOf = ({ from, to }: IndicatorsOptions): Failure | undefined =>
  from === undefined || to === undefined || from < to
    ? undefined
    : requestIsWrong({
        en: `--to ${to} must be later than --from ${from}: it is the day after the last`,
        vi: `--to ${to} phải sau --from ${from}: là ngày liền sau ngày cuối`,
      });

const dimensions = (text: string): ReadonlyArray<Dimension> =>
  text.split(",").map((word) => {
    const dimension = DIMENSIONS.find((known) => known === word.trim());
    if (dimension === undefined) throw new InvalidArgumentError(`must be some of ${DIMENSIONS.join(",")}`);
    return dimension;
  });
