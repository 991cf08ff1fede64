import { appendFileSync, existsSync, readFileSync } from "node:fs";

/**
 * @typedef {{ test: string, reason: string }} Skipped
 * @typedef {{ passed: number, failed: number, skipped: Skipped[] }} Tally
 */

/** @type {Tally} */
const NOTHING = { passed: 0, failed: 0, skipped: [] };

/**
 * Adds the counts of one run of tests to the file that the task sums up at its end.
 *
 * @param {Tally} tally
 */
export const recordTally = (tally) => {
  const file = process.env["MOTCUA_TALLY"];
  if (file) appendFileSync(file, `${JSON.stringify(tally)}\n`);
};

/** @type {(file: string) => Tally} */
export const readTally = (file) =>
  linesOf(file)
    .map((line) => JSON.parse(line))
    .reduce(sum, NOTHING);

/** @type {(file: string) => string[]} */
export const linesOf = (file) => (existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : []);

/** @type {(one: Tally, other: Tally) => Tally} */
export const sum = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: [...one.skipped, ...other.skipped],
});

/** @type {(tally: Tally) => string} */
export const summaryLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped.length} skipped`;

/** The skipped tests under their reasons. @type {(skipped: Skipped[]) => string} */
export const skippedList = (skipped) => {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))].sort();
  const under = (/** @type {string} */ reason) =>
    skipped.filter((each) => each.reason === reason).map(({ test }) => `  - ${test}`);
  return reasons.flatMap((reason) => [`skipped: ${reason}`, ...under(reason)]).join("\n");
};
