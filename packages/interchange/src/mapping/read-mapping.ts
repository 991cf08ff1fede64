import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type * as t from "io-ts/lib/index.js";
import { type ImportFault, quoted } from "../fault.js";
import { fileBytes } from "../text/bytes.js";
import { decodeUtf8 } from "../text/decode.js";
import { jsonPlaces, pointerTo } from "./json-places.js";
import { Mapping } from "./mapping.js";

/** Longest mapping, in characters, and deepest: what people write stays far below. */
const LONGEST = 1_048_576;
const DEEPEST = 32;

/**
 * Reads a mapping. What is wrong is told by its line, and as `column` by its JSON Pointer.
 *
 * @param file  the name that faults give it
 *
 * @example
 * readMapping("map.json", '{ "motcuaMapping": 1, "log": 7 }');
 * // left: MappingInvalid, line 1, column "/log", expected "a text that is not empty", found "7"
 */
export const readMapping = (file: string, text: string): Either<ImportFault, Mapping> => {
  const refuse = (line: number | null, expected: string, found: string, column?: string): Either<ImportFault, never> =>
    left({ code: "MappingInvalid", file, line, ...(column !== undefined && { column }), expected, found });
  if (text.length > LONGEST) return refuse(null, `at most ${LONGEST} characters`, `${text.length}, or more`);
  const parsed = parse(text);
  if (isLeft(parsed)) return refuse(parsed.left.line, "JSON", parsed.left.found);
  if (isDeeper(parsed.right)) return refuse(null, `JSON at most ${DEEPEST} deep`, "deeper");
  const { lines, twice } = jsonPlaces(text.replace(MARK, " "));
  if (twice !== null) return refuse(lines.get(twice) ?? null, "each member once", "the member twice", twice);
  const read = Mapping.decode(parsed.right);
  if (!isLeft(read)) return read;
  const [error] = read.left;
  if (error === undefined) return refuse(null, "a mapping", quoted(text));
  const path = error.context.slice(1).reduce((whole, { key }) => pointerTo(whole, key), "");
  return refuse(lineOf(lines, path), error.message ?? "another value", foundIn(error), path === "" ? "/" : path);
};

/** Reads a mapping from its file. */
export const readMappingFile = async (file: string): Promise<Either<ImportFault, Mapping>> => {
  let text = "";
  for await (const chunk of decodeUtf8(file, fileBytes(file))) {
    if (isLeft(chunk)) return chunk;
    text += chunk.right;
    if (text.length > LONGEST) break;
  }
  return readMapping(file, text);
};

const MARK = /^\uFEFF/;

type Parsed = Either<{ readonly line: number; readonly found: string }, unknown>;

const parse = (text: string): Parsed => {
  const read = jsonOf(text.replace(MARK, ""));
  if (!isLeft(read)) return read;
  const line = /line (\d+) column/.exec(read.left)?.[1];
  return left({
    line: line === undefined ? lineOfToken(text.replace(MARK, "")) : Number(line),
    found: quoted(read.left),
  });
};

const jsonOf = (text: string): Either<string, unknown> => {
  try {
    return right(JSON.parse(text));
  } catch (error) {
    return left(error instanceof Error ? error.message : String(error));
  }
};

/** V8 does not say where a token stands that it does not expect: it is at the end of the shortest text that has it. */
const lineOfToken = (text: string): number => {
  let [without, withIt] = [0, text.length];
  while (withIt - without > 1) {
    const middle = (without + withIt) >> 1;
    const read = jsonOf(text.slice(0, middle));
    if (isLeft(read) && read.left.startsWith("Unexpected token")) withIt = middle;
    else without = middle;
  }
  return text.slice(0, withIt).split("\n").length;
};

/** By levels, not by calls: a text of a million brackets is deep enough to end a call stack. */
const isDeeper = (parsed: unknown): boolean => {
  let level: ReadonlyArray<unknown> = [parsed];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
};

/** The line of the value, or of what it is missing from. */
const lineOf = (lines: ReadonlyMap<string, number>, path: string): number | null =>
  lines.get(path) ?? lines.get(path.slice(0, path.lastIndexOf("/"))) ?? null;

const foundIn = ({ value, message }: t.ValidationError): string => {
  if (value === undefined) return "nothing";
  if (message?.startsWith("one of ") === true && typeof value === "object" && value !== null)
    return Object.keys(value).length === 0 ? "none" : Object.keys(value).join(", ");
  return typeof value === "string" ? quoted(value) : quoted(JSON.stringify(value)).slice(1, -1).replaceAll('\\"', '"');
};
