import { readFile } from "node:fs/promises";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type * as t from "io-ts/lib/index.js";
import { type Failure, requestIsWrong } from "../exit.js";

/** Reads a file of JSON of a shape; says what is wrong and where. */
export const readJson = async <A>(
  option: string,
  file: string,
  codec: t.Type<A, unknown>,
): Promise<Either<Failure, A>> => {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    return left(wrong(option, file, { en: "cannot be read", vi: "không đọc được" }));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // What the parser says repeats a part of the file, which may be an address.
    return left(wrong(option, file, { en: "is no JSON", vi: "không phải JSON" }));
  }
  const decoded = codec.decode(value);
  if (!isLeft(decoded)) return right(decoded.right);
  const deepest = decoded.left.reduce((a, b) => (b.context.length > a.context.length ? b : a));
  const path = deepest.context
    .map(({ key }) => key)
    .filter((key) => key !== "" && !/^\d+$/.test(key))
    .join(".");
  const expected = deepest.context.at(-1)?.type.name ?? "";
  return left(
    wrong(option, file, {
      en: `${path || "it"}: expected ${expected}`,
      vi: `${path || "tệp"}: cần ${expected}`,
    }),
  );
};

const wrong = (option: string, file: string, { en, vi }: { readonly en: string; readonly vi: string }): Failure =>
  requestIsWrong({ en: `${option} ${file}: ${en}`, vi: `${option} ${file}: ${vi}` });
