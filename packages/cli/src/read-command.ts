import { readFile } from "node:fs/promises";
import type { TimeZone } from "@motcua/core";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { instantOption } from "./arguments.js";
import { type Failure, requestIsWrong } from "./exit.js";
import type { Io } from "./io.js";

/**
 * One command as JSON from a file, or from standard input where the file is `-`. Its `at` may be ISO 8601, without an
 * offset a time of `zone`; it is handed on in epoch milliseconds.
 */
export const readCommand = async (io: Io, file: string, zone: TimeZone): Promise<Either<Failure, unknown>> => {
  const bytes = await bytesOf(io, file);
  if (isLeft(bytes)) return bytes;
  const value = parsed(file, bytes.right);
  if (isLeft(value)) return value;
  return withInstant(value.right, zone);
};

const bytesOf = async ({ stdin }: Io, file: string): Promise<Either<Failure, Uint8Array>> => {
  try {
    return right(file === "-" ? await allOf(stdin ?? []) : await readFile(file));
  } catch {
    return left(
      requestIsWrong({
        en: `${file}: cannot be read. Name a file with one command as JSON, or - for standard input.`,
        vi: `${file}: không đọc được. Hãy cho tệp chứa một lệnh dạng JSON, hoặc - để đọc đầu vào chuẩn.`,
      }),
    );
  }
};

const allOf = async (chunks: AsyncIterable<string | Uint8Array> | ReadonlyArray<Uint8Array>): Promise<Uint8Array> => {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(parts);
};

/** What the parser says of JSON that is none repeats a part of it, which may be personal: only the place is told. */
const parsed = (file: string, bytes: Uint8Array): Either<Failure, unknown> => {
  try {
    return right(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (error) {
    const place = /line (\d+) column (\d+)/.exec(error instanceof Error ? error.message : "");
    const at = place === null ? "" : `:${place[1]}:${place[2]}`;
    return left(
      requestIsWrong({
        en: `${file}${at}: expected one command as JSON in UTF-8. Correct it and ask again.`,
        vi: `${file}${at}: cần một lệnh dạng JSON, mã hóa UTF-8. Hãy sửa và yêu cầu lại.`,
      }),
    );
  }
};

const withInstant = (value: unknown, zone: TimeZone): Either<Failure, unknown> => {
  if (typeof value !== "object" || value === null || !("at" in value) || typeof value.at !== "string")
    return right(value);
  const at = instantOption("at", value.at, zone);
  return isLeft(at) ? at : right({ ...value, at: at.right });
};
