import { once } from "node:events";
import { Writable } from "node:stream";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { Output } from "../io.js";
import type { Pieces } from "../output/whole-file.js";

/** How standard output is named where a file is asked for. */
export const STANDARD_OUTPUT = "-";

/**
 * Writes text piece by piece, and answers how many bytes it was. Waits for a reader that is slower: what it has not taken
 * yet would pile up in memory.
 */
export const writeOut = async <Fault>(stdout: Output, pieces: Pieces<Fault>): Promise<Either<Fault, number>> => {
  let bytes = 0;
  for await (const piece of pieces) {
    if (isLeft(piece)) return piece;
    const text = typeof piece.right === "string" ? piece.right : Buffer.from(piece.right).toString("utf8");
    stdout.write(text);
    bytes += Buffer.byteLength(text);
    if (stdout instanceof Writable && stdout.writableNeedDrain) await once(stdout, "drain");
  }
  return right(bytes);
};
