export const OUTPUT_FORMATS = ["table", "json", "csv", "html"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** A table for a terminal, JSON for a pipe. */
export const defaultFormat = (isTerminal: boolean): OutputFormat => (isTerminal ? "table" : "json");

export const json = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;
