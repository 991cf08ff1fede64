import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/**
 * The digest of some files of the repository: of their paths and contents, in a fixed order. A file that is missing
 * counts as such.
 *
 * @param {string[]} paths  from the root
 * @param {string[]} [also]  other text that must be the same
 */
export const digestOf = (paths, also = []) => {
  const hash = createHash("sha256");
  for (const text of also) hash.update(`${text}\0`);
  for (const path of [...paths].sort()) {
    const file = join(root, path);
    hash.update(existsSync(file) ? `${path}\0${digest(file)}\0` : `${path}\0missing\0`);
  }
  return hash.digest("hex");
};

const digest = (/** @type {string} */ file) => createHash("sha256").update(readFileSync(file)).digest("hex");

/**
 * Every file below a folder.
 *
 * @param {string} folder  from the root
 * @param {(path: string) => boolean} wanted  asked for folders too: a folder that is not wanted is not entered
 * @returns {string[]} paths from the root
 */
export const filesBelow = (folder, wanted) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!wanted(path)) return [];
    return entry.isDirectory() ? filesBelow(path, wanted) : [path];
  });
