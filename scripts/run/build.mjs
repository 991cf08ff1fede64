import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { command } from "./command.mjs";
import { digestOf, filesBelow } from "./digest.mjs";
import { Failure } from "./failure.mjs";
import { environmentWith } from "./node.mjs";
import { packages } from "./packages.mjs";
import { root } from "./root.mjs";
import { say, since } from "./say.mjs";
import { readStamp, removeStamp, writeStamp } from "./stamp.mjs";

/** @typedef {import("./packages.mjs").Package} Package */

/**
 * Builds the packages whose inputs have changed, each after those it depends on.
 *
 * @param {string} node
 * @param {{ everything: boolean }} options
 */
export const build = async (node, { everything }) => {
  const environment = environmentWith(node);
  const all = packages();
  /** @type {Map<string, Promise<void>>} */
  const begun = new Map();
  const turn = turns(Math.max(1, cpus().length));

  /** @type {(one: Package) => Promise<void>} */
  const begin = (one) => {
    const work = begun.get(one.name) ?? after(one);
    begun.set(one.name, work);
    return work;
  };
  const after = async (/** @type {Package} */ one) => {
    const needed = all.filter(({ name }) => one.dependencies.includes(name));
    await Promise.all(needed.map(begin));
    const digest = inputsOf(one, needed);
    if (!everything && readStamp(stampOf(one)) === digest && isWhole(one)) return;
    await turn(() => buildOne(one, digest, environment));
  };
  await Promise.all(all.map(begin));
};

/** @type {(one: Package, digest: string, environment: NodeJS.ProcessEnv) => Promise<void>} */
const buildOne = async (one, digest, environment) => {
  const start = Date.now();
  removeStamp(stampOf(one));
  const title = `building ${one.name}`;
  const options = { folder: join(root, one.folder), environment, output: /** @type {const} */ ("kept"), title };
  const ended = await command(one.manifest["scripts"]["build"], [], { ...options, shell: true });
  if (ended.code !== 0) {
    process.stderr.write(withoutStack(ended.output));
    throw new Failure(
      `${one.name} does not build, for the reason above. Mend ${one.folder}, then run the same command again.`,
    );
  }
  writeStamp(stampOf(one), digest);
  say(`built ${one.name} (${since(start)})`);
};

/** What the bundler says about its own inside helps nobody to mend the source. */
const withoutStack = (/** @type {string} */ output) => output.replace(/^\s+at .+:\d+:\d+\)?\n/gm, "");

const stampOf = (/** @type {Package} */ one) => `build-${one.folder.replaceAll("/", "-")}`;

/** @type {(one: Package) => boolean} */
const isWhole = ({ folder, isLibrary, isCommand }) =>
  [...(isLibrary ? ["index.js", "index.cjs", "index.d.ts"] : []), ...(isCommand ? ["main.js"] : [])].every((name) =>
    existsSync(join(root, folder, "dist", name)),
  );

const isInput = (/** @type {string} */ path) =>
  !/\/(node_modules|dist|test|etc|coverage)$/.test(path) && !/\.test(-d)?\.ts$/.test(path) && !path.endsWith(".md");

/**
 * A package is built anew when its own files change, or the *types* of one it depends on: what a dependency does inside
 * is read at run time, not at build time.
 *
 * @type {(one: Package, needed: Package[]) => string}
 */
const inputsOf = (one, needed) =>
  digestOf([
    "tsconfig.json",
    "tsup.config.ts",
    "pnpm-lock.yaml",
    ...filesBelow(one.folder, isInput),
    ...needed.map(({ folder }) => `${folder}/dist/index.d.ts`),
  ]);

/**
 * Lets at most so many works run at once.
 *
 * @param {number} width
 * @returns {(work: () => Promise<void>) => Promise<void>}
 */
const turns = (width) => {
  let free = width;
  /** @type {(() => void)[]} */
  const waiting = [];
  return async (work) => {
    if (free === 0) await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    else free -= 1;
    try {
      await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};
