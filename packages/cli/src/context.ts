import type { TimeZone } from "@motcua/core";
import type { OutputFormat } from "./output/format.js";
import type { Progress } from "./output/progress.js";
import type { Language } from "./text/text.js";

/** What every command is given: where to read and write, and how to speak. */
export interface Context {
  readonly language: Language;
  readonly zone: TimeZone;
  readonly format: OutputFormat;
  readonly progress: Progress;
  /** One document on standard output. */
  readonly print: (document: string) => void;
  /** A note on standard error; it never changes an exit code. */
  readonly note: (message: string) => void;
}
