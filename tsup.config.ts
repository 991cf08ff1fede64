import { defineConfig } from "tsup";

/** One build for every package: ESM and CommonJS with their types, from `src/index.ts`. */
export default defineConfig({
  entry: ["src/index.ts"],
  format: ["esm", "cjs"],
  dts: true,
  clean: true,
  sourcemap: true,
  target: "node22",
  treeshake: true,
});
