import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./root.mjs";

// Inside node_modules, so that who deletes that folder also deletes what was remembered about it.
const file = (/** @type {string} */ name) => join(root, "node_modules", ".cache", "motcua", `${name}.stamp`);

/**
 * What was last done under a name, or nothing where it was never finished.
 *
 * @param {string} name
 */
export const readStamp = (name) => {
  try {
    return readFileSync(file(name), "utf8");
  } catch {
    return undefined;
  }
};

/** @param {string} name */
export const removeStamp = (name) => rmSync(file(name), { force: true });

/**
 * Written beside and renamed, so that a stamp is whole or absent.
 *
 * @param {string} name
 * @param {string} text
 */
export const writeStamp = (name, text) => {
  mkdirSync(dirname(file(name)), { recursive: true });
  writeFileSync(`${file(name)}.new`, text);
  renameSync(`${file(name)}.new`, file(name));
};
