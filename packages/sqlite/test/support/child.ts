import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The arguments of Node for a TypeScript program of this folder. */
export const program = (name: string, ...words: ReadonlyArray<string>): ReadonlyArray<string> => [
  "--import",
  here("run-ts.mjs"),
  here(name),
  ...words,
];

export interface Child {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly output: () => string;
  /** Resolves when it has ended and all it printed has been read. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

export const start = (command: string, words: ReadonlyArray<string>): Child => {
  const child = spawn(command, words, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on("error", reject).on("close", (code, signal) => resolve({ code, signal }));
  });
  return { process: child, output: () => output, ended };
};
