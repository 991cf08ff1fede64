import { spawnSync } from "node:child_process";
import type { TestContext } from "vitest";

/** Runs a program of the machine; a test that has not got it says so. Answers what it printed, and how it ended. */
export const program = (
  ctx: TestContext,
  name: string,
  words: ReadonlyArray<string>,
): { readonly status: number | null; readonly printed: string } => {
  const { error, status, stdout, stderr } = spawnSync(name, words, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (error !== undefined) ctx.skip(`needs the program ${name}`);
  return { status, printed: `${stdout}${stderr}` };
};
