/** Somewhere to write text to, as a stream of Node is. */
export interface Output {
  readonly write: (text: string) => unknown;
  /** Whether a person watches. */
  readonly isTTY?: boolean;
}

/** The outside of a run: where it writes, and what surrounds it. The process's own, or a test's. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Read where a command names `-` as its file. */
  readonly stdin?: AsyncIterable<string | Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
}
