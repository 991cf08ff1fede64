import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** A process that a test has started. */
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

/**
 * Starts a program beside the tests of this file; what of its processes is left afterwards is killed.
 *
 * @example
 * const child = start(process.execPath, program(new URL("writer-child.ts", import.meta.url), file));
 * await hasPrinted(child, "ready");
 */
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

/** The words after `node` that run a TypeScript program, which imports the sources of the packages as they stand. */
export const program = (file: URL, ...words: ReadonlyArray<string>): ReadonlyArray<string> => [
  "--import",
  fileURLToPath(new URL("run-ts.mjs", import.meta.url)),
  fileURLToPath(file),
  ...words,
];

/** Resolves when the child has printed this; fails where it ends before. */
export const hasPrinted = async ({ output, process: child }: Child, text: string): Promise<void> => {
  while (!output().includes(text)) {
    if (child.exitCode !== null) throw new Error(`a child ended by itself, with ${child.exitCode}`);
    await sleep(2);
  }
};
