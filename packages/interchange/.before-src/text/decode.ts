import { isUtf8 } from "node:buffer";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Doubt, type ImportFault, quoted } from "../fault.js";

/**
 * Bytes into text, strictly: UTF-8 and no NUL. What stands before a wrong byte still comes out, so that the reader
 * can say on which line it stood; the fault follows. A byte-order mark at the start is left out.
 *
 * `isUtf8` and `toString` run at gigabytes a second; `TextDecoder` with `stream: true` does not.
 */
export async function* decodeUtf8(
  file: string,
  bytes: AsyncIterable<Either<ImportFault, Buffer>>,
): AsyncGenerator<Either<ImportFault, string>> {
  let carried: Buffer = Buffer.alloc(0);
  let offset = 0;
  let first = true;
  const fault = ({ expected, found }: Doubt): Either<ImportFault, never> =>
    left({ code: "NotUtf8", file, line: null, expected, found });

  for await (const chunk of bytes) {
    if (isLeft(chunk)) {
      yield chunk;
      return;
    }
    const all = carried.length === 0 ? chunk.right : Buffer.concat([carried, chunk.right]);
    const foreign = first ? foreignFormat(all) : null;
    if (foreign !== null) {
      yield fault({ expected: "UTF-8 text", found: foreign });
      return;
    }
    const whole = all.subarray(0, all.length - unfinished(all));
    const good = goodLength(whole);
    const text = whole.toString("utf8", 0, good);
    if (good > 0) yield right(first && text.startsWith("\uFEFF") ? text.slice(1) : text);
    if (good < whole.length) {
      yield fault(doubtAbout(whole, good, offset + good));
      return;
    }
    carried = all.subarray(whole.length);
    offset += whole.length;
    first = first && whole.length === 0;
  }
  if (carried.length > 0) yield fault(doubtAbout(carried, 0, offset));
}

/** How many bytes at the end are the beginning of a character: 0 to 3. */
const unfinished = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
};

/** How many bytes from the start are UTF-8 without NUL. */
const goodLength = (bytes: Buffer): number => {
  const nul = bytes.indexOf(0);
  const end = nul < 0 ? bytes.length : nul;
  return isUtf8(bytes.subarray(0, end)) ? end : firstBad(bytes.subarray(0, end));
};

/** A lenient decoder puts U+FFFD where a byte is wrong; the first one that the bytes did not hold themselves is it. */
const firstBad = (bytes: Buffer): number => {
  const text = bytes.toString("utf8");
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) {
    const offset = Buffer.byteLength(text.slice(0, at));
    if (bytes.readUIntBE(offset, Math.min(3, bytes.length - offset)) !== 0xefbfbd) return offset;
  }
  return bytes.length;
};

const doubtAbout = (bytes: Buffer, at: number, offset: number): Doubt => {
  const byte = bytes[at] ?? 0;
  const name = byte === 0 ? "a NUL byte" : `the byte 0x${byte.toString(16).toUpperCase()}`;
  return { expected: "UTF-8 text", found: `${name} at byte offset ${offset}` };
};

const FOREIGN: ReadonlyArray<readonly [name: string, start: ReadonlyArray<number>]> = [
  ["UTF-16 text", [0xff, 0xfe]],
  ["UTF-16 text", [0xfe, 0xff]],
  ["UTF-16 text", [0x3c, 0x00]],
  ["UTF-16 text", [0x00, 0x3c]],
  ["a ZIP archive or an Office file", [0x50, 0x4b, 0x03, 0x04]],
  ["a PDF file", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a gzip file inside the gzip file", [0x1f, 0x8b]],
  ["a Zstandard file", [0x28, 0xb5, 0x2f, 0xfd]],
  ["a bzip2 file", [0x42, 0x5a, 0x68]],
  ["an xz file", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["an SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];

/** The name of a format that people take for a log, by its first bytes: a better word than "byte 0xFF". */
const foreignFormat = (bytes: Buffer): string | null =>
  FOREIGN.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? null;

/** A doubt about an encoding that the text itself declares. */
export const isUtf8Name = (encoding: string): boolean => /^(utf-?8|us-ascii)$/i.test(encoding);

/** What an XML declaration with another encoding is refused with. */
export const encodingDoubt = (encoding: string): Doubt => ({
  expected: "UTF-8, declared or by default",
  found: `encoding=${quoted(encoding)}`,
});
