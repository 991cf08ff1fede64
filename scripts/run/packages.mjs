import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} folder        from the root
 * @property {Record<string, any>} manifest
 * @property {string[]} dependencies  names of packages of this repository
 * @property {boolean} isLibrary     something is imported from it
 * @property {boolean} isCommand     something is run from it
 */

/** @type {(path: string) => Record<string, any>} */
export const readManifest = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** @type {(parent: string) => string[]} */
const foldersWithManifest = (parent) =>
  existsSync(join(root, parent))
    ? readdirSync(join(root, parent))
        .map((name) => `${parent}/${name}`)
        .filter((folder) => existsSync(join(root, folder, "package.json")))
    : [];

/** The folders of the workspace, as pnpm-workspace.yaml lists them. */
export const workspaceFolders = () => [
  ...foldersWithManifest("packages"),
  ...foldersWithManifest("examples"),
  ...(existsSync(join(root, "bench", "package.json")) ? ["bench"] : []),
];

/** The packages that are built and published. @returns {Package[]} */
export const packages = () => {
  const found = foldersWithManifest("packages").map((folder) => ({
    folder,
    manifest: readManifest(`${folder}/package.json`),
  }));
  const names = new Set(found.map(({ manifest }) => manifest["name"]));
  return found.map(({ folder, manifest }) => ({
    name: manifest["name"],
    folder,
    manifest,
    dependencies: Object.keys({ ...manifest["dependencies"], ...manifest["peerDependencies"] }).filter((name) =>
      names.has(name),
    ),
    isLibrary: existsSync(join(root, folder, "src", "index.ts")),
    isCommand: existsSync(join(root, folder, "src", "main.ts")),
  }));
};
