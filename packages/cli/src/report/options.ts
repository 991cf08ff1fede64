import { type LocalDate, type OnTimeBy, type ReportQuery, VIETNAM, type WorkingCalendar } from "@motcua/core";
import { type Command, Option } from "commander";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { instantOption, localDate } from "../arguments.js";
import type { Context } from "../context.js";
import { type Failure, requestIsWrong } from "../exit.js";
import { type LogAndViewsOptions, withLogAndViewsOptions } from "../options.js";
import type { Sight } from "./projections.js";

/** What every report can be asked. */
export interface ReportOptions extends LogAndViewsOptions {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly centre?: string;
  readonly onTimeBy?: OnTimeBy;
}

export const withReportOptions = (command: Command): Command =>
  withLogAndViewsOptions(command)
    .option("--from <date>", "first local date; default that of the first event", localDate)
    .option("--to <date>", "the local date after the last; default the day after the last event", localDate)
    .option("--as-of <instant>", "leave out what happened later; default the last event")
    .option("--known-at <instant>", "leave out what was recorded later; default now");

export const withCentreOption = (command: Command): Command =>
  command.option("--centre <code>", "only what belongs to this centre");

export const withOnTimeByOption = (command: Command): Command =>
  command.addOption(
    new Option("--on-time-by <comparison>", "auto: each due date in its own kind")
      .choices(["auto", "instant", "date"])
      .default("auto"),
  );

/** What a report was asked: what it sees of the log, and what it says of that. */
export interface AskedReport {
  readonly sight: Sight;
  readonly query: ReportQuery & { readonly calendar: WorkingCalendar; readonly onTimeBy: OnTimeBy };
}

export const askedOf = (options: ReportOptions, { zone }: Pick<Context, "zone">): Either<Failure, AskedReport> => {
  const asOf = instantOption("--as-of", options.asOf, zone);
  if (isLeft(asOf)) return asOf;
  const knownAt = instantOption("--known-at", options.knownAt, zone);
  if (isLeft(knownAt)) return knownAt;
  const { from, to, centre, onTimeBy = "auto" } = options;
  if (from !== undefined && to !== undefined && from >= to) return left(disorder(from, to));
  return right({
    sight: {
      ...(asOf.right !== undefined && { asOf: asOf.right }),
      ...(knownAt.right !== undefined && { knownAt: knownAt.right }),
    },
    query: {
      zone,
      calendar: VIETNAM,
      onTimeBy,
      ...(from && { from }),
      ...(to && { to }),
      ...(centre && { centre }),
      ...(asOf.right !== undefined && { asOf: asOf.right }),
    },
  });
};

/** A period that ends before it begins. */
export const disorder = (from: LocalDate, to: LocalDate): Failure =>
  requestIsWrong({
    en: `--to ${to} must be later than --from ${from}: it is the day after the last`,
    vi: `--to ${to} phải sau --from ${from}: là ngày liền sau ngày cuối`,
  });
