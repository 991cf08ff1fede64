import type { Writable } from "node:stream";

/** The outside of a run: where it writes, and what surrounds it. The process's own, or a test's. */
export interface Io {
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}
