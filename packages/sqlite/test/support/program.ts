import * as children from "../../../../scripts/child/child.js";

/** The arguments of Node for a TypeScript program of this folder. */
export const program = (name: string, ...words: ReadonlyArray<string>): ReadonlyArray<string> =>
  children.program(new URL(name, import.meta.url), ...words);
