import {
  type CalendarDay,
  type CalendarYear,
  calendarDay,
  fromEpochDay,
  isWorkingDay,
  type LocalDate,
  toEpochDay,
  VIETNAM,
} from "@motcua/core";
import { Command } from "commander";
import { isRight, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform } from "../act.js";
import type { Context } from "../context.js";
import { requestIsWrong } from "../exit.js";
import type { Io } from "../io.js";
import { type CommonOptions, formatsOption, wholeNumber, withCommonOptions } from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { table } from "../output/table.js";
import { domainMessage } from "../text/domain-errors.js";
import { dayKindNames } from "../text/labels.js";

/** A year as the calendar has it: what differs from the week, and what is worked. */
interface ShownYear {
  readonly year: number;
  readonly calendar: string;
  /** The edition of the year's data. */
  readonly version: string;
  readonly workingDays: number;
  readonly months: ReadonlyArray<{ readonly month: string; readonly workingDays: number }>;
  readonly days: ReadonlyArray<CalendarDay>;
}

export const showCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(new Command("show"), formatsOption(["table", "json", "csv"]))
    .description(
      "the days of a year that differ from the week, each with its source, and the working days of its months",
    )
    .argument("<year>", "as 2018", wholeNumber(1, 9999))
    .action((asked: number, options: CommonOptions) =>
      perform(io, options, finished, async (context) => {
        const known = VIETNAM.years.find(({ year }) => year === asked);
        if (known === undefined)
          return left(
            requestIsWrong(domainMessage({ code: "CalendarYearMissing", year: asked, calendar: VIETNAM.id })),
          );
        context.print(written(context, shownYear(known)));
        return right(0);
      }),
    );

const shownYear = ({ year, version, closed, makeUp, receivingOnly = [] }: CalendarYear): ShownYear => {
  const months = Array.from({ length: 12 }, (_, n) => {
    const month = `${year}-${String(n + 1).padStart(2, "0")}`;
    return { month, workingDays: workingDaysOf(month) };
  });
  return {
    year,
    calendar: `${VIETNAM.id} ${VIETNAM.version}`,
    version,
    workingDays: months.reduce((sum, { workingDays }) => sum + workingDays, 0),
    months,
    days: [...closed, ...makeUp, ...receivingOnly]
      .map(({ date }) => date)
      .toSorted()
      .map(calendarDay(VIETNAM))
      .filter(isRight)
      .map(({ right: day }) => day),
  };
};

const workingDaysOf = (month: string): number => {
  let worked = 0;
  for (let day = toEpochDay(`${month}-01` as LocalDate); fromEpochDay(day).startsWith(month); day++)
    if (isWorkingDay(VIETNAM, day)) worked++;
  return worked;
};

const written = ({ format, language }: Context, shown: ShownYear): string => {
  if (format === "json") return json(shown);
  const { year, calendar, version, workingDays, months, days } = shown;
  if (format === "csv")
    return csv([
      ["date", "kind", "off", "insteadOf", "reason", "basis"],
      ...days.map(({ date, kind, off = null, insteadOf = null, reason, basis }) => [
        date,
        kind,
        off,
        insteadOf,
        reason,
        basis,
      ]),
    ]);
  const t = WORDS[language];
  const listed = table(
    [t.date, t.kind, t.insteadOf, t.reason, t.basis].map((title) => ({ title })),
    days.map(({ date, kind, insteadOf = "", reason, basis }) => [
      date,
      dayKindNames[kind][language],
      insteadOf,
      // Of a made-up day there is nothing else to say, and the calendar says it in English.
      kind === "working" ? t.makeUp : reason,
      basis,
    ]),
  );
  const worked = table(
    [{ title: t.month }, { title: t.workingDays, align: "right" }],
    [...months.map((each) => [each.month, String(each.workingDays)]), [t.all, String(workingDays)]],
  );
  return `${year} · ${calendar} · ${t.version} ${version}\n\n${listed}\n${worked}`;
};

const WORDS = {
  en: {
    version: "edition of the year",
    date: "date",
    kind: "day",
    insteadOf: "in place of",
    reason: "reason",
    makeUp: "make-up day",
    basis: "source",
    month: "month",
    workingDays: "working days",
    all: "year",
  },
  vi: {
    version: "phiên bản năm",
    date: "ngày",
    kind: "loại ngày",
    insteadOf: "thay cho",
    reason: "lý do",
    makeUp: "làm bù",
    basis: "căn cứ",
    month: "tháng",
    workingDays: "ngày làm việc",
    all: "cả năm",
  },
} as const;
