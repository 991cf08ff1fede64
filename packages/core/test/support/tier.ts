import type { Parameters } from "fast-check";

const nightly = process.env["MOTCUA_TIER"] === "nightly";

/** So many runs from one seed; by night fifty times as many from a new seed, which fast-check prints when a run fails. */
export const runs = (numRuns: number): Parameters<unknown> =>
  nightly ? { numRuns: numRuns * 50 } : { numRuns, seed: 20180621 };
