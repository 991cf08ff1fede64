import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { v4 } from "uuid";

/**
 * Writes a file that its owner alone may read, so that under its name there is all of it or nothing, whenever the program
 * stops or the disk is full.
 */
export const writeWhole = async (file: string, text: string): Promise<void> => {
  const folder = dirname(file);
  const beside = join(folder, `.${basename(file)}.${v4()}`);
  try {
    const unfinished = await open(beside, "wx", 0o600);
    try {
      await unfinished.writeFile(text);
      await unfinished.sync();
    } finally {
      await unfinished.close();
    }
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
  await keepName(folder);
};

/** The name is on disk when its folder is; Windows has no such call. */
const keepName = async (folder: string): Promise<void> => {
  if (process.platform === "win32") return;
  const opened = await open(folder, "r");
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
};
