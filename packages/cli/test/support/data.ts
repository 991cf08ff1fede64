import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";

/** A file of the shared data beside the repository; where there is none the test is skipped, visibly. */
export const sharedData = (ctx: Pick<TestContext, "skip">, path: string): string => {
  const file = fileURLToPath(new URL(`../../../../../shared/data/${path}`, import.meta.url));
  if (!existsSync(file)) ctx.skip(`needs the data ../shared/data/${path}`);
  return file;
};
