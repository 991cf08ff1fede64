import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

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

/** What the children of one test file have compiled: each later one starts in a third of the time. */
const compiled = mkdtempSync(join(tmpdir(), "motcua-compiled-"));
const children: ChildProcess[] = [];

afterAll(() => {
  // Those of a test that failed.
  for (const child of children) if (child.exitCode === null) child.kill("SIGKILL");
  rmSync(compiled, { recursive: true, force: true });
});

export const start = (command: string, words: ReadonlyArray<string>): Child => {
  const child = spawn(command, words, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  children.push(child);
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on("error", reject).on("close", (code, signal) => resolve({ code, signal }));
  });
  return { process: child, output: () => output, ended };
};

/** Resolves when the child has printed this; fails where it ends before. */
export const hasPrinted = async ({ output, process: child }: Child, text: string): Promise<void> => {
  while (!output().includes(text)) {
    if (child.exitCode !== null) throw new Error(`a child ended by itself, with ${child.exitCode}`);
    await sleep(2);
  }
};
