import { isLeft, left } from "fp-ts/lib/Either.js";
import { SaxesParser } from "saxes";
import { type Doubt, type ImportFault, type ImportFaultCode, quoted } from "../fault.js";
import { type InstantParser, instantParser } from "../instant.js";
import { MAX_ATTRIBUTE_BYTES } from "../limits.js";
import { localClock } from "../local-clock.js";
import { type CaseMachine, readCases } from "../read.js";
import type { CaseBatches, SourceCase } from "../source-case.js";
import { encodingDoubt, isUtf8Name } from "../text/decode.js";
import type { TextSource } from "../text/source.js";
import { xesDocument } from "./document.js";

/** How XES is read. */
export interface XesOptions {
  /** IANA zone of dates without an offset. Without it such a date is a fault. */
  readonly timeZone?: string;
}

/**
 * The cases of an XES file, in batches; memory does not grow with the file. A fault ends the reading.
 *
 * @example
 * for await (const batch of readXes(source)) {
 *   if (isLeft(batch)) return batch; // code, file, line, what was expected and what was found
 *   for (const { id, events } of batch.right) …
 * }
 */
export async function* readXes(source: TextSource, options: XesOptions = {}): CaseBatches {
  const clock = options.timeZone === undefined ? null : localClock(options.timeZone);
  if (clock !== null && isLeft(clock)) {
    yield left({ code: "OptionInvalid", file: source.file, line: null, column: "timeZone", ...clock.left });
    return;
  }
  yield* readCases(source, xesMachine(source.file, instantParser(clock === null ? null : clock.right)));
}

const xesMachine = (file: string, instant: InstantParser): CaseMachine => {
  const parser = new SaxesParser();
  let cases: SourceCase[] = [];
  let fault: ImportFault | null = null;
  let tags = 0;
  let withoutTag = 0;

  // Only the first fault counts: the parser reads its chunk to the end, and what it finds there follows from it.
  const refuse = (code: ImportFaultCode, doubt: Doubt & { readonly key?: string }): void => {
    const { key, expected, found } = doubt;
    const column = key === undefined ? {} : { column: key };
    fault ??= { code, file, line: parser.line, ...column, character: Math.max(1, parser.columnIndex), expected, found };
  };
  const document = xesDocument(instant, (one) => void cases.push(one));

  parser.on("opentag", (tag) => {
    tags += 1;
    if (fault !== null) return;
    const refusal = document.open(tag, parser.line);
    if (refusal !== null) refuse(refusal.code, refusal);
  });
  parser.on("closetag", () => {
    if (fault !== null) return;
    const refusal = document.close();
    if (refusal !== null) refuse(refusal.code, refusal);
  });
  const noText = (text: string): void => {
    if (/\S/.test(text)) refuse("StructureInvalid", { expected: "no text between the elements", found: quoted(text) });
  };
  parser.on("text", noText);
  parser.on("cdata", noText);
  parser.on("doctype", () => refuse("Forbidden", { expected: "no DOCTYPE and no entities", found: "a DOCTYPE" }));
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined && !isUtf8Name(encoding)) refuse("NotUtf8", encodingDoubt(encoding));
  });
  parser.on("error", ({ message }) =>
    refuse("Malformed", { expected: "well-formed XML", found: message.replace(/^\d+:\d+: /, "").replace(/\.$/, "") }),
  );

  // The parser gathers a tag until it ends. Counting what comes between two tags bounds that, whatever it is: a value,
  // a comment, a text, a DOCTYPE.
  const write = (text: string): ImportFault | null => {
    const before = tags;
    parser.write(text);
    withoutTag = tags === before ? withoutTag + text.length : 0;
    if (withoutTag > MAX_ATTRIBUTE_BYTES) refuse("LimitExceeded", { expected: LONGEST_GAP, found: "more" });
    return fault;
  };
  const end = (): ImportFault | null => {
    parser.close();
    return fault;
  };
  const take = (): ReadonlyArray<SourceCase> => {
    const taken = cases;
    cases = [];
    return taken;
  };
  return { write, end, take, line: () => parser.line };
};

const LONGEST_GAP = `a tag at least every ${MAX_ATTRIBUTE_BYTES} bytes`;
