import { existsSync, readdirSync, rmSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

const common: Options = { sourcemap: true, target: "node22", treeshake: true, silent: true };

/** A package's library: ESM and CommonJS with their types. */
const library: Options = { ...common, entry: ["src/index.ts"], format: ["esm", "cjs"], dts: true, shims: true };

/** A package's command: ESM alone, since nobody requires a command. */
const command: Options = { ...common, entry: ["src/main.ts"], format: ["esm"] };

/** The programs of a package's worker threads. */
const threads = (): ReadonlyArray<Options> => {
  const entry = readdirSync("src").filter((name) => name.endsWith("-thread.ts"));
  return entry.length === 0 ? [] : [{ ...common, entry: entry.map((name) => `src/${name}`), format: ["esm"] }];
};

export default defineConfig(() => {
  const parts = [
    ...(existsSync("src/index.ts") ? [library] : []),
    ...(existsSync("src/main.ts") ? [command] : []),
    ...threads(),
  ];
  if (parts.length === 0) throw new Error("neither src/index.ts nor src/main.ts is there");
  // Not tsup's `clean`: two builds share the folder, and one would remove what the other has written.
  rmSync("dist", { recursive: true, force: true });
  return parts;
});
