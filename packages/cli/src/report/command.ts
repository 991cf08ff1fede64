import { Command, InvalidArgumentError } from "commander";
import { isLeft, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import type { Io } from "../io.js";
import { readViews } from "../views/read-views.js";
import type { ReportDefinition } from "./definition.js";
import { askedOf, type ReportOptions, withCentreOption, withOnTimeByOption, withReportOptions } from "./options.js";
import type { Views } from "./projections.js";
import { renderSheet } from "./render-sheet.js";

interface GroupedOptions extends ReportOptions {
  readonly by?: ReadonlyArray<string>;
}

/** The command of one report: what every report can be asked, read, computed and printed. */
export const reportCommandOf =
  <Name extends keyof Views, Dimension extends string, Figures, Total extends Figures>(
    definition: ReportDefinition<Name, Dimension, Figures, Total>,
  ) =>
  (io: Io, finished: Finished): Command => {
    const command = withReportOptions(new Command(definition.name)).description(definition.about);
    if (definition.ofOneCentre) withCentreOption(command);
    if (definition.dimensions.length > 0) {
      const known = definition.dimensions.join(",");
      command.option("--by <dimensions>", `group by any of ${known}`, dimensionsOf(definition.dimensions));
    }
    if (definition.comparesDueDates) withOnTimeByOption(command);
    return command.action((options: GroupedOptions) =>
      perform(io, options, finished, async (context) => {
        const asked = askedOf(options, context);
        if (isLeft(asked)) return asked;
        const { sight, query } = asked.right;
        return withStore(io, options.store, "read", async (opened) => {
          const views = await readViews(io, opened, definition.views, { ...options, sight }, context.progress);
          if (isLeft(views)) return views;
          context.progress.end();
          const report = (by: ReadonlyArray<Dimension>) => definition.compute(views.right, { ...query, by });
          const onlyOne = [(options.by ?? definition.defaultBy ?? []) as ReadonlyArray<Dimension>];
          const groupings = options.by === undefined && context.format === "html" ? definition.pageGroupings : onlyOne;
          context.print(renderSheet(definition.sheet, groupings.map(report), context));
          return right(0);
        });
      }),
    );
  };

const dimensionsOf =
  (known: ReadonlyArray<string>) =>
  (text: string): ReadonlyArray<string> =>
    text.split(",").map((word) => {
      const dimension = known.find((each) => each === word.trim());
      if (dimension === undefined) throw new InvalidArgumentError(`must be some of ${known.join(",")}`);
      return dimension;
    });
