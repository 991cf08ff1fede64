import type { VersionConflict } from "./errors.js";
import type { CheckedCopy } from "./limits.js";

/**
 * The first event of a copied log that is not the next of its stream, as the conflict that it is.
 *
 * @param versionOf  where a stream of this log stands
 */
export const copyConflict = (
  copies: ReadonlyArray<Pick<CheckedCopy, "stream" | "version">>,
  versionOf: (stream: string) => number,
): VersionConflict | undefined => {
  const versions = new Map<string, number>();
  for (const { stream, version } of copies) {
    const actual = versions.get(stream) ?? versionOf(stream);
    if (version !== actual + 1) return { code: "VersionConflict", stream, expected: version - 1, actual };
    versions.set(stream, version);
  }
  return undefined;
};
