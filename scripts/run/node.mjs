import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { Failure } from "./failure.mjs";
import { readManifest } from "./packages.mjs";
import { root } from "./root.mjs";

// The first 22 that runs TypeScript sources as they are, as the demo does; the packages themselves run from 22.14 on.
const OLDEST_HOST = [22, 18];

/** The Node that the lock file brings for this platform, if there is one. */
const installed = () => {
  const program = process.platform === "win32" ? "node.exe" : "node";
  return Object.keys(readManifest("package.json")["optionalDependencies"] ?? {})
    .filter((name) => name.endsWith(`-${process.platform.replace("win32", "win")}-${process.arch}`))
    .map((name) => join(root, "node_modules", name, "bin", program))
    .find(existsSync);
};

/** Removes an installed Node that cannot run here (another C library): the commands beside it would take it. */
export const dropNodeThatDoesNotRun = () => {
  const program = installed();
  if (program === undefined || spawnSync(program, ["--version"]).status === 0) return;
  rmSync(dirname(dirname(program)), { recursive: true, force: true });
  for (const name of ["node", "node.cmd", "node.ps1"])
    rmSync(join(root, "node_modules", ".bin", name), { force: true });
};

/**
 * The Node that everything runs on: the one of the lock file, or else the one that runs this script.
 *
 * @returns {string}
 */
export const nodeOf = () => {
  const program = installed();
  if (program !== undefined) return program;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_HOST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return process.execPath;
  throw new Failure(
    `The registry has no Node for ${process.platform}-${process.arch}, and this one is ${process.versions.node}. ` +
      `Install Node ${OLDEST_HOST.join(".")} or newer, then run the same command again.`,
  );
};

/**
 * The environment in which `node` and every installed command are found first. MOTCUA_HOST_PATH keeps the host's own
 * PATH, for programs that belong to the host's Node, as npm does.
 *
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export const environmentWith = (node) => {
  // Windows writes it Path.
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const path = [dirname(node), join(root, "node_modules", ".bin"), process.env[key] ?? ""].join(delimiter);
  return { ...process.env, [key]: path, MOTCUA_HOST_PATH: process.env[key] ?? "" };
};
