import { command } from "./command.mjs";
import { readManifest } from "./packages.mjs";

/**
 * The words that start the package manager: the host's own where its major is the right one, else the exact version
 * through npx.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<[string, ...string[]]>}
 */
export const pnpmIn = async (environment) => {
  const version = String(readManifest("package.json")["packageManager"]).replace("pnpm@", "");
  const quiet = { ...environment, COREPACK_ENABLE_DOWNLOAD_PROMPT: "0" };
  const host = await command("pnpm", ["--version"], { output: "kept", title: "looking for pnpm", environment: quiet });
  const isRight = host.code === 0 && majorOf(host.output) === majorOf(version);
  return isRight ? ["pnpm"] : ["npx", "-y", `pnpm@${version}`];
};

const majorOf = (/** @type {string} */ version) => version.trim().split(".")[0];
