import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { ImportFault } from "../fault.js";

/** Small enough to stay in the cache while it is parsed, large enough that a chunk costs nothing. */
const CHUNK = 65_536;

/**
 * The bytes of a regular file, unpacked where they begin as gzip does. Memory holds one chunk, however much a file
 * unpacks to.
 */
export async function* fileBytes(file: string): AsyncGenerator<Either<ImportFault, Buffer>> {
  let packed = false;
  try {
    // Asked before opening: opening a pipe that nobody writes to would wait for ever.
    const kind = await stat(file);
    if (!kind.isFile()) {
      yield left(unreadable(file, kind.isDirectory() ? "a folder" : "something that is no regular file"));
      return;
    }
    packed = await startsAsGzip(file);
    const raw = createReadStream(file, { highWaterMark: CHUNK });
    for await (const chunk of packed ? unpacked(raw) : raw) yield right(chunk);
  } catch (error) {
    yield left(faultOf(file, error));
  }
}

const startsAsGzip = async (file: string): Promise<boolean> => {
  const handle = await open(file);
  try {
    const magic = Buffer.alloc(2);
    const { bytesRead } = await handle.read(magic, 0, 2, 0);
    return bytesRead === 2 && magic[0] === 0x1f && magic[1] === 0x8b;
  } finally {
    await handle.close();
  }
};

const unpacked = (raw: Readable): Readable =>
  // Errors of either stream reach the reader of the last one; the callback has nothing to add.
  pipeline(raw, createGunzip({ chunkSize: CHUNK }), () => {});

const unreadable = (file: string, found: string): ImportFault => ({
  code: "FileUnreadable",
  file,
  line: null,
  expected: "a file that can be read",
  found,
});

/** The fault that an error of the file system or of zlib stands for. */
export const faultOf = (file: string, error: unknown): ImportFault => {
  const { code, message } = codeAndMessage(error);
  if (code.startsWith("Z_")) {
    return { code: "GzipDamaged", file, line: null, expected: "a whole gzip stream", found: message };
  }
  return unreadable(file, SYSTEM_ERRORS[code] ?? message);
};

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EISDIR: "a folder",
  EACCES: "no permission to read it",
  EPERM: "no permission to read it",
};

const codeAndMessage = (error: unknown): { readonly code: string; readonly message: string } =>
  error instanceof Error
    ? { code: "code" in error && typeof error.code === "string" ? error.code : "", message: error.message }
    : { code: "", message: String(error) };
