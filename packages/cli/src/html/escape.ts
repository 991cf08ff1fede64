/** Markup that may stand in a page as it is. Everything else is text, and is escaped. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | ReadonlyArray<Markup>;

/** Markup from a template: what is put in is escaped, unless it is markup itself. */
export const html = (strings: TemplateStringsArray, ...parts: ReadonlyArray<Part>): Markup => ({
  markup: strings.reduce((text, string, n) => `${text}${written(parts[n - 1] ?? "")}${string}`),
});

const written = (part: Part): string => {
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
