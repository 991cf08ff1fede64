import * as fc from "fast-check";
import { isLeft, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "../src/text/decode.js";

/** The text, or `null` where it was refused. */
const decoded = async (bytes: Uint8Array, length: number): Promise<string | null> => {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += length) yield right(Buffer.from(bytes.subarray(at, at + length)));
  }
  let text = "";
  for await (const chunk of decodeUtf8("bytes", pieces())) {
    if (isLeft(chunk)) return null;
    text += chunk.right;
  }
  return text;
};

const oracle = (bytes: Uint8Array): string | null => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
};

/** An `a` first, so that no piece looks like the start of another format. */
const after = (bytes: ReadonlyArray<number>): Uint8Array => Uint8Array.from([0x61, ...bytes]);

describe("decoding in pieces is TextDecoder's strict decoding of the whole", () => {
  it("of text", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "é", "ế", "\uFFFD", "🏛", "\uFEFF"), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (some, length) => {
        const bytes = after([...Buffer.from(some)]);
        expect(await decoded(bytes, length)).toBe(`a${some}`);
      }),
      { numRuns: 500 },
    );
  });

  it("of bytes that are mostly wrong", async () => {
    const byte = fc.constantFrom(
      0x00,
      0x41,
      0x80,
      0xa0,
      0xbf,
      0xc0,
      0xc3,
      0xe0,
      0xe1,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(byte, { maxLength: 6 }), fc.integer({ min: 1, max: 7 }), async (bytes, length) => {
        expect(await decoded(after(bytes), length)).toBe(oracle(after(bytes)));
      }),
      { numRuns: 3000 },
    );
  });

  it("leaves out one byte-order mark at the start, however it is cut", async () => {
    const bytes = Buffer.from("\uFEFFa\uFEFF");
    for (const length of [1, 2, 3, 4, 9]) expect(await decoded(bytes, length)).toBe("a\uFEFF");
  });
});
