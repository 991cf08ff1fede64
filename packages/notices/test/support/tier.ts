import type { Parameters } from "fast-check";

export const nightly = process.env["MOTCUA_TIER"] === "nightly";

/**
 * So many runs from one seed; by night fifty times as many, or as many as said, from a new seed, which fast-check prints
 * when a run fails.
 */
export const runs = (numRuns: number, byNight = numRuns * 50): Parameters<unknown> =>
  nightly ? { numRuns: byNight } : { numRuns, seed: 20180621 };
