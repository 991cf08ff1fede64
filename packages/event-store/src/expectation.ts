import type { Expected } from "./port.js";

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
