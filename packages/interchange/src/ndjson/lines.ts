import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { type ImportFault, quoted } from "../fault.js";
import { MAX_RECORD_LENGTH } from "../limits.js";
import type { TextSource } from "../text/source.js";

/** A line that is not empty, and its place in the file, from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** The lines of a text, in batches; they end in LF or CRLF. Memory holds one line and one chunk. */
export async function* linesOf(source: TextSource): AsyncGenerator<Either<ImportFault, ReadonlyArray<Line>>> {
  let begun = "";
  let number = 1;
  let begins = true;
  for await (const chunk of source.chunks()) {
    if (isLeft(chunk)) {
      // What is wrong below the text (a wrong byte, a cut archive) knows no line: it is where reading stands.
      yield left({ ...chunk.left, line: chunk.left.line ?? (begins ? null : number) });
      return;
    }
    begins = false;
    const lines: Line[] = [];
    const texts = (begun + chunk.right).split("\n");
    begun = texts.pop() ?? "";
    for (const text of texts) {
      if (text.trim() !== "") lines.push({ number, text });
      number += 1;
    }
    if (lines.length > 0) yield right(lines);
    if (begun.length > MAX_RECORD_LENGTH) {
      yield left(tooLong(source.file, number, begun));
      return;
    }
  }
  if (begun.trim() !== "") yield right([{ number, text: begun }]);
}

const tooLong = (file: string, line: number, text: string): ImportFault => ({
  code: "LimitExceeded",
  file,
  line,
  expected: `lines of at most ${MAX_RECORD_LENGTH} characters`,
  found: `${quoted(text.slice(0, 40))}… and no end of the line`,
});
