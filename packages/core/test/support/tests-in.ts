import { readdirSync, readFileSync } from "node:fs";

/** The text of all tests in a folder beside this one. */
export const testsIn = (folder: string): string => {
  const place = new URL(`../${folder}/`, import.meta.url);
  return readdirSync(place)
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => readFileSync(new URL(file, place), "utf8"))
    .join("\n");
};
