import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The text of all tests in a folder beside this one, or `undefined` where there is none such. */
export const testsIn = (folder: string): string | undefined => {
  const place = new URL(`../${folder}/`, import.meta.url);
  if (!existsSync(place)) return undefined;
  return readdirSync(place)
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => readFileSync(new URL(file, place), "utf8"))
    .join("\n");
};
