export type { Amount } from "./amount.js";
