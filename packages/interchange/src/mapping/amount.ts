import { type Either, left, right } from "fp-ts/lib/Either.js";
import { type Doubt, quoted } from "../fault.js";
import type { SourceValue } from "../source-case.js";

/** An amount in whole minor units, or that it has more decimal places than those hold. */
export type MinorAmount = { readonly minor: number } | "notExact";

/**
 * Reads a decimal as whole units of its `digits`th place, by its digits alone: no binary fraction comes between.
 *
 * @example
 * minorAmount("157.09305", 5); // right({ minor: 15709305 })
 * minorAmount("157.093", 2); // right("notExact")
 */
export const minorAmount = (value: SourceValue, digits: number): Either<Doubt, MinorAmount> => {
  const text = typeof value === "object" ? value.text : String(value);
  const found = DECIMAL.exec(text.trim());
  const [, sign = "", units = "", places = ""] = found ?? [];
  if (found === null) return left({ expected: "an amount in decimals, as 157.09", found: quoted(text) });
  const needed = places.replace(/0+$/, "");
  if (needed.length > digits) return right("notExact");
  const minor = Number(BigInt(units + needed.padEnd(digits, "0")));
  return Number.isSafeInteger(minor)
    ? right({ minor: sign === "-" && minor !== 0 ? -minor : minor })
    : left({ expected: "an amount below 2^53 minor units", found: quoted(text) });
};

const DECIMAL = /^([+-]?)(\d{1,30})(?:\.(\d{0,30}))?$/;
