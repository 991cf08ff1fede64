import type { LogEvent } from "./event.js";

/** Which events of the whole log a reader wants: by the name of their stream or by their type. */
export interface Filter {
  readonly on: "stream" | "type";
  /** One of the prefixes, or a regular expression. */
  readonly match: { readonly prefixes: ReadonlyArray<string> } | { readonly regex: string };
}

/** Throws `SyntaxError` where the expression is none. */
export const passes = (filter: Filter | undefined): ((event: LogEvent) => boolean) => {
  if (filter === undefined) return () => true;
  const { on, match } = filter;
  const textOf = on === "stream" ? ({ stream }: LogEvent) => stream : ({ type }: LogEvent) => type;
  if ("prefixes" in match) return (event) => match.prefixes.some((prefix) => textOf(event).startsWith(prefix));
  const expression = new RegExp(match.regex, "u");
  return (event) => expression.test(textOf(event));
};
