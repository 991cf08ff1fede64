import type { Doubt, ImportFaultCode } from "../fault.js";
import { quoted } from "../fault.js";
import type { InstantParser } from "../instant.js";
import { MAX_DEPTH } from "../limits.js";
import type { SourceCase } from "../source-case.js";
import type { AttributeRefusal, Tag } from "./attributes.js";
import { type TraceReader, traceReader } from "./trace.js";

/** Why a tag was refused. */
interface TagRefusal extends Doubt {
  readonly code: ImportFaultCode;
  readonly key?: string;
}

/** The elements of one document, in the order they open and close. */
export interface XesDocument {
  readonly open: (tag: Tag, line: number) => TagRefusal | null;
  readonly close: () => TagRefusal | null;
}

const NAMESPACES: ReadonlySet<string> = new Set(["http://www.xes-standard.org/", "http://www.xes-standard.org", ""]);

/**
 * Finds the traces of a `<log>`. Whatever else stands in the log (extensions, globals, classifiers, attributes with
 * others nested in them, elements of other makers) is passed over, in any order. Globals are declarations, not values
 * of events that lack them.
 */
export const xesDocument = (instant: InstantParser, onCase: (one: SourceCase) => void): XesDocument => {
  let depth = 0;
  let ordinal = 0;
  let trace: TraceReader | null = null;
  const nextOrdinal = (): number => {
    ordinal += 1;
    return ordinal;
  };

  const open = (tag: Tag, line: number): TagRefusal | null => {
    depth += 1;
    if (depth > MAX_DEPTH) {
      return { code: "LimitExceeded", expected: `elements at most ${MAX_DEPTH} deep`, found: `<${tag.name}> deeper` };
    }
    if (trace !== null) return trace.open(tag, line);
    if (depth === 1) return rootRefusal(tag);
    if (tag.name === "event") return misplaced("<event> inside a <trace>", "one outside");
    if (tag.name !== "trace") return null;
    if (depth > 2) return misplaced("<trace> directly inside <log>", "one deeper");
    trace = traceReader(line, nextOrdinal, instant);
    return null;
  };

  const close = (): TagRefusal | null => {
    depth -= 1;
    if (trace === null) return null;
    if (depth > 1) return keep(trace.close());
    const last = keep(trace.finish());
    trace = null;
    return last;
  };

  const keep = (result: AttributeRefusal | SourceCase | null): TagRefusal | null => {
    if (result === null || "code" in result) return result;
    onCase(result);
    return null;
  };

  return { open, close };
};

const misplaced = (expected: string, found: string): TagRefusal => ({ code: "StructureInvalid", expected, found });

const rootRefusal = ({ name, attributes }: Tag): TagRefusal | null => {
  if (name !== "log") return { code: "NotAnEventLog", expected: "<log>, the root of XES", found: `<${name}>` };
  const namespace = attributes["xmlns"] ?? "";
  return NAMESPACES.has(namespace)
    ? null
    : { code: "NotAnEventLog", expected: "the namespace of XES, or none", found: `xmlns=${quoted(namespace)}` };
};
