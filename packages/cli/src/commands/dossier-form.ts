import {
  type DossierEvent,
  FORMS,
  type FormError,
  type FormRef,
  type FormRegulation,
  formOf,
  formRegulationOn,
  formsOf,
  localDateOf,
  type TimeZone,
} from "@motcua/core";
import { Command, InvalidArgumentError, Option } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import { catalogueNames } from "../catalogue-names.js";
import { replay } from "../dossiers.js";
import { answerIsNo, type Failure, requestIsWrong } from "../exit.js";
import { formHtml } from "../html/form.js";
import type { Io } from "../io.js";
import {
  type CommonOptions,
  documentOption,
  type StoreOptions,
  withCommonOptions,
  withStoreOption,
} from "../options.js";
import { json } from "../output/format.js";
import { type PointOfViewOptions, pointOfViewOf, withPointOfView } from "../point-of-view.js";

interface FormOptions extends CommonOptions, StoreOptions, PointOfViewOptions {
  readonly form: string;
  readonly regulation?: FormRegulation;
}

export const formCommand = (io: Io, finished: Finished): Command =>
  withPointOfView(withCommonOptions(withStoreOption(new Command("form")), documentOption("html", "json")))
    .description("a form of the dossier, as a page that prints; what is not in the log is left to be filled in")
    .argument("<id>", "the dossier's id, or the code on its appointment receipt")
    .requiredOption("--form <number>", "01 to 07, as the circular numbers it", formNumber)
    .addOption(regulationOption("that of the day of reception"))
    .action((id: string, options: FormOptions) =>
      perform(io, options, finished, async (context) => {
        const { format, language, zone } = context;
        const pointOfView = pointOfViewOf(options, context);
        if (isLeft(pointOfView)) return pointOfView;
        return withStore(io, options.store, "read", async (opened) => {
          const replayed = await replay(opened, id, pointOfView.right);
          if (isLeft(replayed)) return replayed;
          const history = replayed.right.events.map(({ event }) => event);
          const regulation = options.regulation ?? regulationOf(history, zone);
          const date = issuedOn(history, regulation, options.form, zone);
          const names = await catalogueNames(opened, date, pointOfView.right);
          if (isLeft(names)) return names;
          const { units, procedures } = names.right;
          const procedureName = procedures[replayed.right.state.procedure ?? ""];
          const document = formOf(
            history,
            { regulation, number: options.form },
            { zone, names: units, ...(procedureName !== undefined && { procedureName }) },
          );
          if (isLeft(document)) return left(formFailure(id, document.left, history, zone));
          context.print(format === "json" ? json(document.right) : formHtml(document.right, language));
          return right(0);
        });
      }),
    );

/** Which circular's form; a number alone does not say. */
export const regulationOption = (byDefault: string): Option =>
  new Option("--regulation <circular>", `whose form; default: ${byDefault}`).choices(["TT-01-2018", "TT-03-2025"]);

const formNumber = (text: string): string => {
  if (!/^0?[1-9]$/.test(text)) throw new InvalidArgumentError("must be the number of a form, as 01");
  return text.padStart(2, "0");
};

/** A dossier that was not taken in has no reception: its letters are of the day it came. */
const regulationOf = (history: ReadonlyArray<DossierEvent>, zone: TimeZone): FormRegulation => {
  const came = history.find(({ type }) => type === "DossierReceived") ?? history[0];
  return formRegulationOn(localDateOf(zone, came?.occurredAt ?? 0));
};

const issuedOn = (history: ReadonlyArray<DossierEvent>, regulation: FormRegulation, form: string, zone: TimeZone) => {
  const issued = formsOf(history, regulation).findLast(({ number }) => number === form);
  return localDateOf(zone, issued?.issuedAt ?? history.at(-1)?.occurredAt ?? 0);
};

const formFailure = (
  id: string,
  { code, form }: FormError,
  history: ReadonlyArray<DossierEvent>,
  zone: TimeZone,
): Failure => {
  const { regulation, number } = form;
  switch (code) {
    case "FormUnknown": {
      const known = numbersOf(FORMS.filter((entry) => entry.regulation === regulation));
      return requestIsWrong({
        en: `${regulation} has no form ${number}; it has ${known}`,
        vi: `${regulation} không có mẫu ${number}; có các mẫu ${known}`,
      });
    }
    case "FormIsABook":
      return requestIsWrong({
        en: `form ${number} of ${regulation} is the register of many dossiers: motcua dossier register`,
        vi: `mẫu ${number} của ${regulation} là sổ theo dõi nhiều hồ sơ: motcua dossier register`,
      });
    case "FormNotIssued":
      return notIssued(id, form, history, zone);
  }
};

const notIssued = (
  id: string,
  { regulation, number }: FormRef,
  history: ReadonlyArray<DossierEvent>,
  zone: TimeZone,
): Failure => {
  const issued = formsOf(history, regulation).map((form) => ({
    number: form.number,
    on: localDateOf(zone, form.issuedAt),
  }));
  const were = issued.map((form) => `${form.number} (${form.on})`).join(", ");
  return answerIsNo(
    issued.length === 0
      ? {
          en: `${id}: form ${number} of ${regulation} was not issued, and no other`,
          vi: `${id}: chưa phát hành mẫu ${number} của ${regulation}, cũng chưa có mẫu nào khác`,
        }
      : {
          en: `${id}: form ${number} of ${regulation} was not issued; issued were ${were}`,
          vi: `${id}: chưa phát hành mẫu ${number} của ${regulation}; đã phát hành ${were}`,
        },
  );
};

const numbersOf = (forms: ReadonlyArray<FormRef>): string => forms.map(({ number }) => number).join(", ");
