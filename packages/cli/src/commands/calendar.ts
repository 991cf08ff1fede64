import {
  closure,
  dueAt,
  dueDateOf,
  type EpochDay,
  formatInstant,
  fromEpochDay,
  localDayOf,
  overdueFrom,
  type Term,
  toEpochDay,
  VIETNAM,
} from "@motcua/core";
import { Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform } from "../act.js";
import { instantOption, term } from "../arguments.js";
import { requestIsWrong } from "../exit.js";
import type { Io } from "../io.js";
import { type CommonOptions, withCommonOptions } from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { domainMessage } from "../text/domain-errors.js";
import { showCommand } from "./calendar-show.js";

interface DueOptions extends CommonOptions {
  readonly start: string;
  readonly term: Term;
}

export const calendarCommand = (io: Io, finished: Finished): Command =>
  new Command("calendar")
    .description("working time of Vietnamese offices")
    .addCommand(dueCommand(io, finished))
    .addCommand(showCommand(io, finished));

const dueCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(new Command("due"))
    .description("until when a term runs, by the Civil Code 2015, art. 147-148")
    .requiredOption("--start <instant>", "when the term starts, as 2019-08-30T10:00+07:00")
    .requiredOption("--term <term>", "5wd working days, 20cd calendar days, 8wh working hours", term)
    .action((options: DueOptions) =>
      perform(io, options, finished, async (context) => {
        const start = instantOption("--start", options.start, VIETNAM.zone);
        if (isLeft(start)) return start;
        const from = start.right ?? 0;
        const due = dueAt(VIETNAM)(from, options.term);
        if (isLeft(due)) return left(requestIsWrong(domainMessage(due.left)));
        const dueDate = dueDateOf(VIETNAM.zone, due.right);
        const result = {
          // The last millisecond that is on time.
          dueAt: formatInstant(context.zone, overdueFrom(VIETNAM.zone, due.right) - 1),
          dueDate,
          excluded: excludedBetween(localDayOf(VIETNAM.zone, from), toEpochDay(dueDate)),
          calendar: `${VIETNAM.id} ${VIETNAM.version}`,
        };
        if (context.format === "json") context.print(json(result));
        else if (context.format === "csv")
          context.print(csv([["date", "reason"], ...result.excluded.map(({ date, reason }) => [date, reason])]));
        else context.print(said(result));
        return right(0);
      }),
    );

interface Excluded {
  readonly date: string;
  readonly reason: string;
}

/** The days after the first, up to the last, that were not counted. */
const excludedBetween = (first: EpochDay, last: EpochDay): ReadonlyArray<Excluded> => {
  const excluded: Excluded[] = [];
  for (let day = first + 1; day <= last; day++) {
    const why = closure(VIETNAM, day);
    if (why === undefined) continue;
    excluded.push({ date: fromEpochDay(day), reason: why === "weekend" ? why : `${why.reason} (${why.basis})` });
  }
  return excluded;
};

const said = ({
  dueAt: end,
  dueDate,
  excluded,
  calendar,
}: {
  dueAt: string;
  dueDate: string;
  excluded: ReadonlyArray<Excluded>;
  calendar: string;
}): string =>
  `${dueDate}  (${end})\n${excluded.map(({ date, reason }) => `  – ${date}  ${reason}\n`).join("")}${calendar}\n`;
