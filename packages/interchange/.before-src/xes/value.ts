import { type Either, left, right } from "fp-ts/lib/Either.js";
import { type Doubt, quoted } from "../fault.js";
import type { InstantParser } from "../instant.js";
import type { SourceValue } from "../source-case.js";

/** The elements of XES that carry one value. */
export const isValueElement = (name: string): boolean =>
  name === "string" || name === "date" || name === "int" || name === "float" || name === "boolean" || name === "id";

/** The elements that only hold others: their value, if any, says nothing. */
export const isHolderElement = (name: string): boolean => name === "list" || name === "container";

/** The value of an element such as `<date key="…" value="…"/>`, by the element's name. */
export const readValue = (element: string, text: string, instant: InstantParser): Either<Doubt, SourceValue> => {
  switch (element) {
    case "date": {
      const date = instant(text);
      return date._tag === "Left" ? date : right({ date: date.right, text });
    }
    case "int":
      return INTEGER.test(text) ? right(integer(text)) : refuse("an integer", text);
    case "float":
      return FLOAT.test(text) ? right(float(text)) : refuse("a decimal number", text);
    case "boolean":
      return boolean(text);
    default:
      return right(text);
  }
};

const INTEGER = /^[+-]?\d+$/;
const FLOAT = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/;

const refuse = (expected: string, text: string): Either<Doubt, never> => left({ expected, found: quoted(text) });

/** Beyond 2^53 digits would change: the text stays. */
const integer = (text: string): SourceValue => (Number.isSafeInteger(Number(text)) ? Number(text) : text);

/** `INF`, `NaN` and what overflows are no numbers that JSON can hold: the text stays. */
const float = (text: string): SourceValue => (Number.isFinite(Number(text)) ? Number(text) : text);

const boolean = (text: string): Either<Doubt, boolean> => {
  if (text === "true" || text === "1") return right(true);
  if (text === "false" || text === "0") return right(false);
  return refuse("true or false", text);
};
