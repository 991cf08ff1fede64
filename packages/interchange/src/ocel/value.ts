import { isoUtc } from "../export/iso.js";
import type { MemberKind } from "../export/members.js";

/** The types that OCEL 2.0 knows. A local date is a string: a `time` needs an instant. */
export type OcelType = "string" | "time" | "integer" | "float" | "boolean";

export const typeOf = (kind: MemberKind, value: string | number | boolean): OcelType => {
  if (kind === "instant") return "time";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "integer" : "float";
  return "string";
};

/** The type of an attribute that has had values of both: texts hold everything. */
export const widened = (a: OcelType, b: OcelType): OcelType => {
  if (a === b) return a;
  return NUMBERS.has(a) && NUMBERS.has(b) ? "float" : "string";
};

const NUMBERS: ReadonlySet<OcelType> = new Set(["integer", "float"]);

/** As text whatever its type: the JSON schema that readers check by refuses numbers. */
export const valueText = (kind: MemberKind, value: string | number | boolean): string =>
  kind === "instant" && typeof value === "number" ? isoUtc(value) : String(value);
