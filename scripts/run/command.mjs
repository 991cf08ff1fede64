import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./root.mjs";
import { say, since } from "./say.mjs";

const windows = process.platform === "win32";
const HEARTBEAT = 10_000;

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
/** @type {NodeJS.Signals | undefined} */
let received;

/** Whether the reader asked to stop. */
export const interrupted = () => received !== undefined;

// Each command leads a process group of its own: the shims of pnpm are shells, and a shell that is told to end leaves
// its child behind. So the group is told, here and once, also for a Ctrl-C.
for (const signal of /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    received = signal;
    for (const child of running) end(child, signal);
    process.exitCode = 128 + constants.signals[signal];
    if (running.size === 0) process.exit();
  });
}

/** @type {(child: import("node:child_process").ChildProcess, signal: NodeJS.Signals) => void} */
const end = (child, signal) => {
  if (child.pid === undefined) return;
  try {
    if (windows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
};

/**
 * @typedef {object} CommandOptions
 * @property {string} [folder]   where it runs; the root by default
 * @property {NodeJS.ProcessEnv} [environment]
 * @property {"live" | "copied" | "kept"} output  `live` has the terminal to itself; `copied` is shown on stderr and
 *   kept; `kept` is only kept, with a sign of life every ten seconds
 * @property {string} [title]    what the sign of life says
 * @property {boolean} [shell]   the first word is a line for the shell
 *
 * @typedef {{ code: number, output: string }} Ended
 */

/**
 * Runs a program to its end. A program that cannot be started ends with 127, as in a shell.
 *
 * @param {string} program
 * @param {string[]} words
 * @param {CommandOptions} options
 * @returns {Promise<Ended>}
 */
export const command = (program, words, options) =>
  new Promise((resolve) => {
    const start = Date.now();
    const child = spawn(program, words, {
      cwd: options.folder ?? root,
      env: options.environment ?? process.env,
      stdio: options.output === "live" ? "inherit" : ["ignore", "pipe", "pipe"],
      detached: !windows,
      shell: options.shell === true || windows,
    });
    running.add(child);

    let output = "";
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      if (options.output === "copied") process.stderr.write(chunk);
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    const heartbeat = setInterval(() => {
      if (options.output === "kept") say(`… ${options.title ?? program} (${since(start)})`);
    }, HEARTBEAT);

    const finish = (/** @type {number} */ code) => {
      clearInterval(heartbeat);
      running.delete(child);
      if (received === undefined) return resolve({ code, output });
      if (running.size === 0) process.exit();
    };
    child.on("error", () => finish(127));
    child.on("close", (code, signal) => finish(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
