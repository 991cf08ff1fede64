/**
 * What an append demands of its stream, checked inside the append: that it does not exist (`"none"`), that it does
 * (`"exists"`), nothing (`"any"`), or that it stands at exactly this version (0 is the same as `"none"`).
 */
export type Expected = "any" | "none" | "exists" | number;

/** Whether a stream at `version` satisfies what an append expects of it. */
export const holds = (expected: Expected, version: number): boolean => {
  switch (expected) {
    case "any":
      return true;
    case "none":
      return version === 0;
    case "exists":
      return version > 0;
    default:
      return expected === version;
  }
};
