export type { CommandRefused } from "./command-refused.js";
