import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Runs a task in a process of its own, on the same Node as the command has, and reads the JSON in the last line that it prints. */
export const runTask = <Answer>(task: string, ...words: ReadonlyArray<string>): Answer => {
  const script = fileURLToPath(new URL(`./tasks/${task}.js`, import.meta.url));
  process.stderr.write(`${task} …\n`);
  const node = ["--expose-gc", "--max-semi-space-size=16", script, ...words];
  const env = { ...process.env, ...WITHOUT_SLEEP };
  const printed = execFileSync(process.execPath, node, { env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
};

/** Unless it is told not to, act logs everything, and its store in memory sleeps for 100 ms in each call. */
const WITHOUT_SLEEP = { NODE_ENV: "production", LOG_LEVEL: "error", SLEEP_MS: "0" };
