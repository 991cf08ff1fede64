import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { type ExitCode, run } from "../../src/index.js";

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, as in a pipe. */
export const motcua = async (...words: ReadonlyArray<string>): Promise<Ran> => {
  const [stdout, stderr] = [collector(), collector()];
  const code = await run(words, { stdout, stderr, env: { LANG: "en_GB.UTF-8" } });
  return { code, out: stdout.text(), err: stderr.text() };
};

/** Runs the command and reads its JSON. */
export const motcuaJson = async <A = Record<string, never>>(...words: ReadonlyArray<string>): Promise<A> => {
  const { code, out, err } = await motcua(...words, "--format", "json");
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return JSON.parse(out) as A;
};

const collector = () => {
  const chunks: string[] = [];
  return { write: (text: string) => chunks.push(text), text: () => chunks.join("") };
};

/** A folder that goes with the test. */
export const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "motcua-cli-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

/** A folder for all tests of a file; it goes when they have run. */
export const sharedFolder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "motcua-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return path;
};
