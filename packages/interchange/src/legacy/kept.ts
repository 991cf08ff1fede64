import { isSourceDate, type SourceAttributes } from "../source-case.js";

/** Attributes without those that have a place of their own, by key; dates in UTC, so that every format says the same. */
export const kept = (
  attributes: SourceAttributes,
  without: ReadonlyArray<string>,
): Readonly<Record<string, string | number | boolean>> =>
  Object.fromEntries(
    [...attributes]
      .filter(([key]) => key !== "concept:name" && !without.includes(key))
      .map(([key, value]) => [key, isSourceDate(value) ? new Date(value.date).toISOString() : value] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** An attribute that is a text and not empty. */
export const textIn = (attributes: SourceAttributes | undefined, key: string): string | undefined => {
  const value = attributes?.get(key);
  return typeof value === "string" && value !== "" ? value : undefined;
};
