import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { ImportFault } from "./fault.js";
import type { SourceCase } from "./source-case.js";
import type { TextSource } from "./text/source.js";

type Awaitable<A> = A | Promise<A>;

/** What turns text into cases, a chunk at a time. After a fault it is thrown away, and what it holds with it. */
export interface CaseMachine {
  readonly write: (text: string) => Awaitable<ImportFault | null>;
  readonly end: () => Awaitable<ImportFault | null>;
  /** The cases that were completed since the last call. */
  readonly take: () => ReadonlyArray<SourceCase>;
  /** The line that reading has reached. */
  readonly line: () => number;
}

/** Drives a machine over a source; the first fault ends it, and nothing comes after. */
export async function* readCases(
  source: TextSource,
  machine: CaseMachine,
): AsyncGenerator<Either<ImportFault, ReadonlyArray<SourceCase>>> {
  for await (const chunk of source.chunks()) {
    // A fault below the text (a wrong byte, a cut archive) knows no line: it is where reading stands.
    const fault = isLeft(chunk)
      ? { ...chunk.left, line: chunk.left.line ?? machine.line() }
      : await machine.write(chunk.right);
    if (fault !== null) {
      yield left(fault);
      return;
    }
    const cases = machine.take();
    if (cases.length > 0) yield right(cases);
  }
  const fault = await machine.end();
  if (fault !== null) {
    yield left(fault);
    return;
  }
  const cases = machine.take();
  if (cases.length > 0) yield right(cases);
}
