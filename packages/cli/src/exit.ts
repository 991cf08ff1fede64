import type { Text } from "./text/text.js";

/** 0 done and true · 1 the answer is no · 2 the request is wrong · 3 the store cannot be reached or refuses. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Why a command did not do what was asked: what a person reads, and the exit code. */
export interface Failure {
  readonly exit: Exclude<ExitCode, 0>;
  readonly message: Text;
  /** For `--debug` only. */
  readonly cause?: unknown;
}

export const answerIsNo = (message: Text): Failure => ({ exit: 1, message });
export const requestIsWrong = (message: Text): Failure => ({ exit: 2, message });
export const storeRefuses = (message: Text, cause?: unknown): Failure => ({ exit: 3, message, cause });
