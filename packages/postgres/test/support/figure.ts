import { appendFileSync } from "node:fs";

/** Keeps a figure for the table at the end of the run. */
export const figure = (line: Readonly<Record<string, string | number>>): void => {
  const report = process.env["MOTCUA_FIGURES"];
  if (report !== undefined) appendFileSync(report, `${JSON.stringify(line)}\n`);
};
