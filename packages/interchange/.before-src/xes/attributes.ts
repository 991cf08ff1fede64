import { isLeft } from "fp-ts/lib/Either.js";
import { type Doubt, quoted } from "../fault.js";
import type { InstantParser } from "../instant.js";
import { MAX_ATTRIBUTE_BYTES, MAX_ATTRIBUTES_LENGTH } from "../limits.js";
import type { SourceAttributes, SourceValue } from "../source-case.js";
import { isHolderElement, isValueElement, readValue } from "./value.js";

/** A tag as the XML parser hands it over. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Why an attribute was refused. */
export interface AttributeRefusal extends Doubt {
  readonly code: "StructureInvalid" | "ValueInvalid" | "LimitExceeded";
  readonly key?: string;
}

/** Collects the attributes of one case or event, nested ones under the path of their keys: `address/street`. */
export interface AttributeCollector {
  readonly open: (tag: Tag) => AttributeRefusal | null;
  /** To be called for the end of each element that `open` took. */
  readonly close: () => void;
  /** Whether an attribute is open, so that what follows is nested in it. */
  readonly inside: () => boolean;
  /** How many characters the attributes hold. */
  readonly length: () => number;
  readonly attributes: SourceAttributes;
}

/** An empty collector. In one place the last of two equal keys wins, as in OpenXES and pm4py. */
export const attributeCollector = (instant: InstantParser): AttributeCollector => {
  const attributes = new Map<string, SourceValue>();
  const prefixes: string[] = [];
  let length = 0;

  const openHolder = (tag: Tag): AttributeRefusal | null => {
    // `<values>` inside a list has no key of its own.
    const key = tag.attributes["key"];
    const prefix = prefixes.at(-1) ?? "";
    prefixes.push(key === undefined ? prefix : `${prefix}${key}/`);
    return null;
  };

  const open = (tag: Tag): AttributeRefusal | null => {
    if (isHolderElement(tag.name) || (tag.name === "values" && prefixes.length > 0)) return openHolder(tag);
    const own = tag.attributes["key"];
    const text = tag.attributes["value"];
    if (!isValueElement(tag.name)) return misplaced(tag.name);
    if (own === undefined) return { code: "StructureInvalid", expected: "the attribute key", found: `<${tag.name}>` };
    if (text === undefined) return refusal("ValueInvalid", own, "the attribute value", `<${tag.name}> without it`);
    if (isTooLong(text)) return refusal("LimitExceeded", own, LONGEST_VALUE, `${text.length} characters`);
    const key = prefixes.length === 0 ? own : `${prefixes.at(-1)}${own}`;
    length += key.length + text.length;
    if (length > MAX_ATTRIBUTES_LENGTH) return refusal("LimitExceeded", own, MOST_ATTRIBUTES, "more");
    const value = readValue(tag.name, text, instant);
    if (isLeft(value)) return refusal("ValueInvalid", own, value.left.expected, value.left.found);
    attributes.set(key, value.right);
    prefixes.push(`${key}/`);
    return null;
  };

  return {
    open,
    close: () => void prefixes.pop(),
    inside: () => prefixes.length > 0,
    length: () => length,
    attributes,
  };
};

const LONGEST_VALUE = `a value of at most ${MAX_ATTRIBUTE_BYTES} bytes`;
const MOST_ATTRIBUTES = `at most ${MAX_ATTRIBUTES_LENGTH} characters in all attributes of one case or event`;

const isTooLong = (text: string): boolean =>
  text.length * 3 > MAX_ATTRIBUTE_BYTES && Buffer.byteLength(text) > MAX_ATTRIBUTE_BYTES;

const refusal = (code: AttributeRefusal["code"], key: string, expected: string, found: string): AttributeRefusal => ({
  code,
  key,
  expected,
  found,
});

const misplaced = (name: string): AttributeRefusal => ({
  code: "StructureInvalid",
  expected: "an attribute of XES (string, date, int, float, boolean, id, list, container)",
  found: `<${quoted(name).slice(1, -1)}>`,
});
