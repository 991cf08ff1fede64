import {
  type DossierRegister,
  type FormRegulation,
  formRegulationOn,
  type LocalDate,
  registerBooks,
  registerForm,
  registerOf,
  type TimeZone,
} from "@motcua/core";
import { Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import { instantOption } from "../arguments.js";
import { catalogueNames } from "../catalogue-names.js";
import { answerIsNo, type Failure } from "../exit.js";
import { formHtml } from "../html/form.js";
import type { Io } from "../io.js";
import { type LogAndViewsOptions, wholeNumber, withLogAndViewsOptions } from "../options.js";
import { registerText } from "../report/register.js";
import { readViews } from "../views/read-views.js";
import { regulationOption } from "./dossier-form.js";

interface RegisterOptions extends LogAndViewsOptions {
  readonly unit: string;
  readonly year: number;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly regulation?: FormRegulation;
}

export const registerCommand = (io: Io, finished: Finished): Command =>
  withLogAndViewsOptions(new Command("register"))
    .description(
      "the register of the dossiers that a unit received in a year (TT 01/2018, form 06; TT 03/2025, form 07)",
    )
    .requiredOption("--unit <code>", "whose register")
    .requiredOption("--year <year>", "of which year", wholeNumber(1900, 9999))
    .option("--as-of <instant>", "leave out what happened later; default the last event")
    .option("--known-at <instant>", "leave out what was recorded later; default now")
    .addOption(regulationOption("that of 1 January of the year"))
    .action((options: RegisterOptions) =>
      perform(io, options, finished, async (context) => {
        const { unit, year } = options;
        const { zone } = context;
        const asOf = instantOption("--as-of", options.asOf, zone);
        if (isLeft(asOf)) return asOf;
        const knownAt = instantOption("--known-at", options.knownAt, zone);
        if (isLeft(knownAt)) return knownAt;
        return withStore(io, options.store, "read", async (opened) => {
          const sight = {
            ...(asOf.right !== undefined && { asOf: asOf.right }),
            ...(knownAt.right !== undefined && { knownAt: knownAt.right }),
          };
          const views = await readViews(io, opened, ["dossierRegister"], { ...options, sight }, context.progress);
          if (isLeft(views)) return views;
          context.progress.end();
          const view = views.right.dossierRegister;
          const book = registerOf(view, {
            zone,
            unit,
            year,
            ...(asOf.right !== undefined && { asOf: asOf.right }),
          });
          if (book.lines.length === 0) return left(noBook(unit, year, view, zone));
          if (context.format !== "html") {
            context.print(registerText(context, book));
            return right(0);
          }
          const names = await catalogueNames(opened, book.asOf.slice(0, 10) as LocalDate, sight);
          if (isLeft(names)) return names;
          const { units, procedures } = names.right;
          const regulation = options.regulation ?? formRegulationOn(book.period.from);
          context.print(formHtml(registerForm(book, regulation, { zone, names: units, procedures }), context.language));
          return right(0);
        });
      }),
    );

/** A register is one unit's: the counter of the centre and each ward have their own. */
const noBook = (unit: string, year: number, view: DossierRegister, zone: TimeZone): Failure => {
  const books = registerBooks(view, zone).map((book) => `${book.unit} ${book.year}`);
  const known = books.length === 0 ? "–" : books.join(", ");
  return answerIsNo({
    en: `${unit} received no dossier in ${year}. There are registers of: ${known}`,
    vi: `${unit} không tiếp nhận hồ sơ nào năm ${year}. Có sổ của: ${known}`,
  });
};
