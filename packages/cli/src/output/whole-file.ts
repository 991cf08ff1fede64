import { randomBytes } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";

/** Why a file was not written; nothing of it was left. */
export interface FileNotWritten {
  readonly code: "FileNotWritten";
  readonly file: string;
  readonly reason: "noFolder" | "notWritable" | "noFile" | "disk" | "failed" | "stopped";
  readonly detail: string;
  readonly cause?: unknown;
}

/** The content of a file as it comes piece by piece, or why it does not. */
export type Pieces<Fault, Content extends string | Uint8Array = string | Uint8Array> = AsyncIterable<
  Either<Fault, Content>
>;

/**
 * Writes a file piece by piece under a name of its own beside it (`FILE.*.partial`), and gives it its name when it is whole
 * and on the disk: whoever reads it has the earlier one or the new one, and never a half.
 *
 * @param signal  gives it up
 * @returns       how many bytes it has
 */
export const writeWholeFile = async <Fault>(
  file: string,
  pieces: Pieces<Fault>,
  signal: AbortSignal,
): Promise<Either<Fault | FileNotWritten, number>> => {
  const fault = (reason: FileNotWritten["reason"], detail = "", cause?: unknown) =>
    left<FileNotWritten>({ code: "FileNotWritten", file, reason, detail, cause });
  const target = await realpath(file).catch(() => file);
  const partial = `${target}.${randomBytes(4).toString("hex")}.partial`;
  try {
    // A file takes the name of whatever has it: of a device, for one, which then is gone.
    if (!(await isFileOrNothing(target))) return fault("noFile");
    const written = await writeNew(partial, pieces, signal);
    if (isLeft(written)) return written;
    if (signal.aborted) return fault("stopped");
    await rename(partial, target);
    return written;
  } catch (error) {
    const { code, message } = codeAndMessage(error);
    return fault(REASONS[code] ?? "failed", message, error);
  } finally {
    await rm(partial, { force: true }).catch(() => undefined);
  }
};

const isFileOrNothing = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined);
  return found === undefined || found.isFile();
};

/** Writes until the pieces end, or the signal comes. */
const writeNew = async <Fault>(
  path: string,
  pieces: Pieces<Fault>,
  signal: AbortSignal,
): Promise<Either<Fault, number>> => {
  const handle = await open(path, "wx");
  try {
    const bytes = await writeAll(handle, pieces, signal);
    if (!signal.aborted) await handle.sync();
    return bytes;
  } finally {
    await handle.close();
  }
};

const writeAll = async <Fault>(
  handle: FileHandle,
  pieces: Pieces<Fault>,
  signal: AbortSignal,
): Promise<Either<Fault, number>> => {
  let bytes = 0;
  for await (const piece of pieces) {
    if (isLeft(piece)) return piece;
    if (signal.aborted) break;
    const buffer = typeof piece.right === "string" ? Buffer.from(piece.right) : piece.right;
    await handle.writeFile(buffer);
    bytes += buffer.length;
  }
  return right(bytes);
};

const REASONS: Readonly<Record<string, FileNotWritten["reason"]>> = {
  ENOENT: "noFolder",
  ENOTDIR: "noFolder",
  EACCES: "notWritable",
  EPERM: "notWritable",
  EROFS: "notWritable",
  EISDIR: "noFile",
  ENOSPC: "disk",
  EDQUOT: "disk",
  EIO: "disk",
};

const codeAndMessage = (error: unknown): { readonly code: string; readonly message: string } =>
  error instanceof Error
    ? { code: "code" in error && typeof error.code === "string" ? error.code : "", message: error.message }
    : { code: "", message: String(error) };
