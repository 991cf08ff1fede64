import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { ImportFault } from "../fault.js";
import { fileBytes } from "./bytes.js";
import { decodeUtf8 } from "./decode.js";

/** Text to read cases from, and the name that faults give it. */
export interface TextSource {
  readonly file: string;
  /** Begins at the start each time it is called, so that a file can be checked whole before anything is written. */
  readonly chunks: () => AsyncIterable<Either<ImportFault, string>>;
}

export type SourceFormat = "xes" | "csv";

/** A file that opened, and what it looks like. */
export interface Source extends TextSource {
  readonly format: SourceFormat;
}

/**
 * Opens a log: plain or gzip, by its first bytes; XES or CSV, by its first character (`<`) or else by its name. The
 * byte-order mark is left out. Nothing stays open between two readings.
 *
 * @example
 * const source = await openSource("receipt.xes.gz");
 * if (isRight(source)) for await (const batch of readSource(source.right)) …
 */
export const openSource = async (file: string): Promise<Either<ImportFault, Source>> => {
  const chunks = (): AsyncIterable<Either<ImportFault, string>> => decodeUtf8(file, fileBytes(file));
  const head = await firstText(chunks());
  if (isLeft(head)) return head;
  return head.right === ""
    ? left({
        code: "NotAnEventLog",
        file,
        line: null,
        expected: "an XES or CSV event log",
        found: "an empty file",
      })
    : right({ file, chunks, format: formatOf(file, head.right) });
};

/**
 * Text that is already in memory.
 *
 * @example
 * textSource("upload.csv", "case:concept:name,concept:name,time:timestamp\n1,Receive,2024-01-02T08:00:00+07:00\n");
 */
export const textSource = (file: string, text: string): TextSource => ({
  file,
  chunks: async function* () {
    for (let at = 0; at < text.length; at += SLICE) yield right(text.slice(at, at + SLICE));
  },
});

const SLICE = 65_536;

/** The first text that is more than white space, or "". */
const firstText = async (chunks: AsyncIterable<Either<ImportFault, string>>): Promise<Either<ImportFault, string>> => {
  for await (const chunk of chunks) {
    if (isLeft(chunk)) return chunk;
    const text = chunk.right.trimStart();
    if (text !== "") return right(text);
  }
  return right("");
};

const formatOf = (file: string, head: string): SourceFormat =>
  head.startsWith("<") || /\.(xes|xml)(\.gz)?$/i.test(file) ? "xes" : "csv";
