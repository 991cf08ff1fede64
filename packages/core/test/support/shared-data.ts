import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Data sets that stand beside the repository and do not go into it. */
const folder = fileURLToPath(new URL("../../../../../shared/data/", import.meta.url));

/** The text of a data file, or the reason why the test that needs it is skipped. */
export const sharedData = (file: string): { readonly text: string } | { readonly absent: string } =>
  existsSync(folder)
    ? { text: readFileSync(`${folder}${file}`, "utf8") }
    : { absent: `needs the data ../shared/data/${file}` };
