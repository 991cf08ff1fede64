import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const packages = fileURLToPath(new URL("./packages/", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [{ find: /^@motcua\/(.+)$/, replacement: `${packages}$1/src/index.ts` }],
  },
  test: {
    include: ["packages/*/{src,test}/**/*.test.ts", "examples/*/{src,test}/**/*.test.ts"],
    typecheck: {
      enabled: true,
      include: ["packages/*/{src,test}/**/*.test-d.ts"],
      // `tsc --noEmit` tells those, once.
      ignoreSourceErrors: true,
    },
    // Half of the time is spent waiting for servers, locks and pauses: one worker a core leaves none idle.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
