import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const hooks = fileURLToPath(new URL("../../../../scripts/child/run-ts.mjs", import.meta.url));

export interface Child {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly output: () => string;
  /** Resolves when it has ended and all it printed has been read. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Runs a TypeScript program of this folder in a process of its own. */
export const start = (name: string, ...words: ReadonlyArray<string>): Child => {
  const program = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, ["--import", hooks, program, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  return {
    process: child,
    output: () => output,
    ended: once(child, "close").then(([code, signal]) => ({ code, signal })),
  };
};
