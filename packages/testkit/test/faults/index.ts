import { appendingFaults } from "./appending.js";
import { contentFaults } from "./content.js";
import type { Fault } from "./fault.js";
import { livingFaults } from "./living.js";
import { readingFaults } from "./reading.js";
import { restoringFaults } from "./restoring.js";

export { withFault } from "./fault.js";

/** One fault after the other, each in a store that has no other. */
export const faults: ReadonlyArray<Fault> = [
  ...appendingFaults,
  ...readingFaults,
  ...livingFaults,
  ...contentFaults,
  ...restoringFaults,
];
