import { HO_CHI_MINH, timeZone } from "@motcua/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { isLeft } from "fp-ts/lib/Either.js";
import type { Context } from "./context.js";
import type { Io } from "./io.js";
import { defaultFormat, OUTPUT_FORMATS, type OutputFormat } from "./output/format.js";
import { progressOn, silent } from "./output/progress.js";
import { LANGUAGES, type Language, languageOf } from "./text/text.js";

/** What every command takes. */
export interface CommonOptions {
  readonly format?: OutputFormat;
  readonly lang?: Language;
  readonly timeZone: Context["zone"];
  readonly progress?: boolean;
  readonly debug?: boolean;
}

export interface StoreOptions {
  readonly store?: string;
}

export interface ViewsOptions {
  readonly views?: string;
}

/** The option of a command that has not all formats. */
export const formatsOption = (formats: ReadonlyArray<OutputFormat>): Option =>
  new Option("--format <format>", "table on a terminal, json in a pipe").choices(formats);

/** The option of a command that prints one document, on a terminal and in a pipe alike, unless another is asked for. */
export const documentOption = (byDefault: OutputFormat, ...others: ReadonlyArray<OutputFormat>): Option =>
  new Option("--format <format>", "what is printed").choices([byDefault, ...others]).default(byDefault);

export const withCommonOptions = (command: Command, format = formatsOption(OUTPUT_FORMATS)): Command =>
  command
    .addOption(format)
    .addOption(new Option("--lang <language>", "of what people read; default from the environment").choices(LANGUAGES))
    .addOption(
      new Option("--time-zone <zone>", "IANA name of the zone of local dates")
        .argParser(zoneArgument)
        .default(HO_CHI_MINH, HO_CHI_MINH.name),
    )
    .option("--progress", "say how far long work is, even where nobody watches")
    .option("--no-progress", "do not say how far long work is")
    .option("--debug", "show the stack of an unexpected error");

export const withStoreOption = (command: Command): Command =>
  command.addOption(
    new Option(
      "--store <url>",
      "the log: memory:, sqlite:./file.db, postgres://…, esdb://… or kurrentdb://…; default MOTCUA_STORE",
    ),
  );

const withViewsOption = (command: Command): Command =>
  command.option(
    "--views <url>",
    "where projections are kept: sqlite:./file.db or postgres://…; default MOTCUA_VIEWS, else beside the log",
  );

/** What a command takes that works with a log and its views. */
export interface LogAndViewsOptions extends CommonOptions, StoreOptions, ViewsOptions {}

export const withLogAndViewsOptions = (command: Command, format?: Option): Command =>
  withCommonOptions(withViewsOption(withStoreOption(command)), format);

const zoneArgument = (name: string): Context["zone"] => {
  const zone = timeZone(name);
  if (isLeft(zone)) throw new InvalidArgumentError("must be an IANA time zone, as Asia/Ho_Chi_Minh");
  return zone.right;
};

/** A whole number from a range, as an option's argument. */
export const wholeNumber =
  (min: number, max: number) =>
  (text: string): number => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= min && value <= max)) throw new InvalidArgumentError(`must be a whole number from ${min} to ${max}`);
    return value;
  };

export const contextOf = (options: CommonOptions, { stdout, stderr, env }: Io): Context => {
  const watched = options.progress ?? stderr.isTTY === true;
  return {
    language: options.lang ?? languageOf(env),
    zone: options.timeZone,
    format: options.format ?? defaultFormat(stdout.isTTY === true),
    progress: watched ? progressOn(stderr, stderr.isTTY === true) : silent,
    print: (document) => {
      stdout.write(document);
    },
    note: (message) => {
      stderr.write(`${message}\n`);
    },
  };
};
