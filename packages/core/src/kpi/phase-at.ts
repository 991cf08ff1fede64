import type { Instant } from "../time/instant.js";

/** The last fact, in the order of the stream, that had happened by then. */
export const phaseAt = <Phase extends { readonly since: Instant }>(
  phases: ReadonlyArray<Phase>,
  at: Instant,
): Phase | undefined => {
  for (let n = phases.length - 1; n >= 0; n--) {
    const phase = phases[n];
    if (phase !== undefined && phase.since <= at) return phase;
  }
  return undefined;
};
