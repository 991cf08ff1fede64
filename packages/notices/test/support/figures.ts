import { appendFileSync } from "node:fs";

/** Keeps a figure that is worth it, where somebody asked for figures. */
export const figure = (name: string, figures: object): void => {
  const file = process.env["MOTCUA_FIGURES"];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, ...figures })}\n`);
};
