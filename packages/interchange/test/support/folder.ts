import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that goes with the test. */
export const folderOfTest = (): string => {
  const path = mkdtempSync(join(tmpdir(), "motcua-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};
