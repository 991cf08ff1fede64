import type { Doubt, ImportFault } from "../fault.js";

/** What is wrong with a line: a fault that does not know its file yet. */
export type LineFault = Doubt & Pick<ImportFault, "code" | "column" | "character">;
