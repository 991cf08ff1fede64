import { existsSync } from "node:fs";
import { join } from "node:path";
import { command } from "./command.mjs";
import { digestOf } from "./digest.mjs";
import { Failure } from "./failure.mjs";
import { dropNodeThatDoesNotRun } from "./node.mjs";
import { readManifest, workspaceFolders } from "./packages.mjs";
import { pnpmIn } from "./pnpm.mjs";
import { root } from "./root.mjs";
import { say, since } from "./say.mjs";
import { readStamp, removeStamp, writeStamp } from "./stamp.mjs";

const STAMP = "install";
const FLAGS = ["--frozen-lockfile", "--reporter=append-only", "--config.confirmModulesPurge=false"];

const LOCK_FILE_IS_LOST =
  "pnpm-lock.yaml is missing or damaged. Take it back with `git checkout pnpm-lock.yaml`, or write it anew with `npx -y pnpm@10 install`.";

/** Installs what the lock file says, unless that was done and nothing it depends on has changed. */
export const install = async () => {
  const digest = wanted();
  if (readStamp(STAMP) === digest && nothingIsMissing()) return;

  const start = Date.now();
  if (!existsSync(join(root, "pnpm-lock.yaml"))) throw new Failure(LOCK_FILE_IS_LOST);
  say("installing what the lock file says");
  removeStamp(STAMP);
  const environment = talkative(process.env);
  const [program, ...words] = await pnpmIn(environment);
  const ended = await command(program, [...words, "install", ...FLAGS], { environment, output: "copied" });
  if (ended.code !== 0) throw new Failure(advice(ended.output));
  dropNodeThatDoesNotRun();
  writeStamp(STAMP, digest);
  say(`installed (${since(start)})`);
};

/** `npm test --silent` hands its silence on to pnpm, which would then keep its reasons to itself. */
const talkative = (/** @type {NodeJS.ProcessEnv} */ { npm_config_loglevel: _, ...environment }) => environment;

const manifests = () => ["package.json", ...workspaceFolders().map((folder) => `${folder}/package.json`)];

const wanted = () =>
  digestOf(["pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc", ...manifests()], [process.platform, process.arch]);

const nothingIsMissing = () =>
  workspaceFolders().every((folder) => {
    const { dependencies, devDependencies } = readManifest(`${folder}/package.json`);
    const needsSome = Object.keys({ ...dependencies, ...devDependencies }).length > 0;
    return !needsSome || existsSync(join(root, folder, "node_modules"));
  });

const advices = [
  {
    sign: /ERR_PNPM_OUTDATED_LOCKFILE/,
    advice:
      "pnpm-lock.yaml does not fit the package.json files. Run `npx -y pnpm@10 install` and commit the lock file.",
  },
  {
    sign: /ERR_PNPM_(BROKEN_LOCKFILE|LOCKFILE_BREAKING_CHANGE|LOCKFILE_MISSING_DEPENDENCY)/,
    advice: LOCK_FILE_IS_LOST,
  },
  {
    sign: /ERR_PNPM_TARBALL_INTEGRITY|EINTEGRITY/,
    advice:
      "A download is not what the lock file promises. Run the same command again; if it stays so, do not trust the registry.",
  },
  {
    sign: /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET|ERR_PNPM_META_FETCH_FAIL|ERR_PNPM_FETCH_/,
    advice:
      "The package registry did not answer. Look at the network, the proxy and `npm config get registry`, then run the same command again: what has arrived is kept.",
  },
  {
    sign: /ENOSPC/,
    advice: "The disk is full. Make room (the set-up needs about 1 GB), then run the same command again.",
  },
  {
    sign: /EACCES|EPERM/,
    advice:
      "A folder cannot be written. Give this user the right to write the clone and the home folder, then run the same command again.",
  },
];

/** @type {(output: string) => string} */
const advice = (output) =>
  advices.find(({ sign }) => sign.test(output))?.advice ??
  "Installing failed, for the reason above. Run the same command again; if it stays so, delete node_modules first.";
