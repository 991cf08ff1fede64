import { type Either, left, right } from "fp-ts/lib/Either.js";

/** The words of a message with places for fields, as in `Hồ sơ {code} đã có kết quả.` */
export interface Template {
  readonly name: string;
  /** Of an e-mail or a letter. */
  readonly subject?: string;
  readonly body: string;
}

/** A template that cannot be used: a field that nobody fills, a brace without its other. */
export type TemplateRefused =
  | {
      readonly code: "TemplateFieldUnknown";
      readonly template: string;
      readonly field: string;
      readonly known: ReadonlyArray<string>;
    }
  | { readonly code: "TemplateMalformed"; readonly template: string; readonly detail: string };

/** A message lacks a word that its template has a place for. */
export interface TemplateFieldMissing {
  readonly code: "TemplateFieldMissing";
  readonly template: string;
  readonly field: string;
}

/** What a message says. */
export interface Words {
  readonly subject?: string;
  readonly text: string;
}

/** A template that was checked: given its fields, it says something. */
export type Worded = (fields: Readonly<Record<string, string>>) => Either<TemplateFieldMissing, Words>;

/** The fields that a desk fills in. None of them is about a person. */
export const MESSAGE_FIELDS = ["code", "procedure", "centre", "unit", "agency", "due", "newDue", "of"] as const;

/**
 * Checks a template before anything is sent by it.
 *
 * @example
 * checkTemplate({ name: "resultReady", body: "Hồ sơ {code} đã có kết quả." })
 * checkTemplate({ name: "resultReady", body: "Chào {name}" }) // left: TemplateFieldUnknown, name
 */
export const checkTemplate = (
  { name, subject, body }: Template,
  known: ReadonlyArray<string> = MESSAGE_FIELDS,
): Either<TemplateRefused, Worded> => {
  if (body.trim() === "") return left({ code: "TemplateMalformed", template: name, detail: "it says nothing" });
  for (const text of [subject ?? "", body]) {
    const stray = /[{}]/.exec(text.replaceAll(PLACE, ""));
    if (stray !== null)
      return left({ code: "TemplateMalformed", template: name, detail: `${stray[0]} without its other` });
    for (const [, field = ""] of text.matchAll(PLACE))
      if (!known.includes(field)) return left({ code: "TemplateFieldUnknown", template: name, field, known });
  }
  return right((fields) => {
    const missing = [...`${subject ?? ""}${body}`.matchAll(PLACE)].find(
      ([, field = ""]) => !Object.hasOwn(fields, field),
    );
    if (missing !== undefined) return left({ code: "TemplateFieldMissing", template: name, field: missing[1] ?? "" });
    const filled = (text: string) => text.replaceAll(PLACE, (_, field: string) => fields[field] ?? "");
    return right({ ...(subject !== undefined && { subject: oneLine(filled(subject)) }), text: filled(body) });
  });
};

const PLACE = /\{([a-zA-Z]+)\}/g;

/** A subject is a header: what comes after a line break would be another one. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, " ");
