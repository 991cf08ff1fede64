import type { Errors } from "io-ts/lib/index.js";

/** What an io-ts codec found wrong, a line each: `procedure.version: must be a whole number`. Values are not repeated. */
export const faultsOf = (errors: Errors): ReadonlyArray<string> => [
  ...new Set(
    errors.map(({ context, message }) => {
      const path = context
        .map(({ key }) => key)
        .filter((key) => key !== "" && !/^\d+$/.test(key))
        .join(".");
      const expected = inWords(context.at(-1)?.type.name ?? "a value");
      return `${path === "" ? "data" : path}: ${message ?? `must be ${expected}`}`;
    }),
  ),
];

/** io-ts names a shape by all its members, which says less than one word. */
const inWords = (name: string): string => {
  if (name.startsWith("ReadonlyArray<")) return "a list";
  return name.includes("{") ? "an object" : name;
};
