export { BEHAVIOUR } from "./behaviour.js";
export { type SimulatedCentre, type SimulatedProcedure, type SimulatedUnit, simulatedCentre } from "./centre.js";
export type { SimulatedAppend } from "./office.js";
export { type Populated, populate } from "./populate.js";
export { simulateYear, type YearOptions } from "./year.js";
