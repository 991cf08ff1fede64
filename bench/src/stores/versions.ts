import { readFileSync } from "node:fs";

const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
);

/** A dependency of the benchmark and its version, as it is pinned. */
export const pinned = (name: string): string => `${name} ${manifest.dependencies[name]}`;
