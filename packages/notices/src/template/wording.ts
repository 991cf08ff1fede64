import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { NotWorded, Posts, Wording } from "../dispatch/posts.js";
import { builtInTemplates } from "./built-in.js";
import { withoutMarks } from "./gsm7.js";
import { checkTemplate, type Template, type TemplateRefused, type Worded } from "./template.js";

/** How messages are worded. */
export interface WordingOptions {
  readonly language: "vi" | "en";
  /** Templates of the centre, in place of those of the same name: for SMS, and for everything else. */
  readonly templates?: { readonly sms?: ReadonlyArray<Template>; readonly long?: ReadonlyArray<Template> };
  /** An SMS with all its marks has room for 70 letters, without them for 160. Default `"plain"`: without. */
  readonly sms?: "plain" | "marked";
}

/**
 * Words messages by templates, all of which are checked first.
 *
 * @example
 * const word = wordingOf({ language: "vi" });
 */
export const wordingOf = ({
  language,
  templates = {},
  sms = "plain",
}: WordingOptions): Either<TemplateRefused, Posts["word"]> => {
  const kinds = new Map<"sms" | "long", ReadonlyMap<string, Worded>>();
  for (const kind of ["sms", "long"] as const) {
    const checked = new Map<string, Worded>();
    for (const template of [...builtInTemplates(language, kind), ...(templates[kind] ?? [])]) {
      const worded = checkTemplate(template);
      if (isLeft(worded)) return worded;
      checked.set(template.name, worded.right);
    }
    kinds.set(kind, checked);
  }
  return right((name, channel, fields): Either<NotWorded, Wording> => {
    const isSms = channel === "sms";
    const worded = kinds.get(isSms ? "sms" : "long")?.get(name);
    if (worded === undefined) return left({ code: "TemplateMissing", detail: name });
    const words = worded(fields);
    if (isLeft(words)) return left({ code: words.left.code, detail: `${name} has a place for ${words.left.field}` });
    return right(isSms && sms === "plain" ? { text: withoutMarks(words.right.text) } : words.right);
  });
};
