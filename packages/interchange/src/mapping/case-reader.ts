import type { Instant } from "@motcua/core";
import { isLeft } from "fp-ts/lib/Either.js";
import type { Doubt } from "../fault.js";
import type { InstantParser } from "../instant.js";
import type { Anomaly } from "../legacy/preset.js";
import { isSourceDate, type SourceAttributes, type SourceCase, type SourceValue } from "../source-case.js";
import { type MinorAmount, minorAmount } from "./amount.js";
import type { TextRule, WhenRule } from "./mapping.js";

/** A value that cannot be what the map says it is. */
type ValueDoubt = Doubt & { readonly attribute: string };

/** Reads one case by the rules of a map. The first doubt is kept; after it the answers mean nothing. */
export interface CaseReader {
  readonly text: (rule: TextRule | undefined) => string;
  readonly when: (rule: WhenRule | undefined) => Instant | null;
  readonly date: (attributes: SourceAttributes, attribute: string) => Instant | null;
  readonly amount: (attributes: SourceAttributes, attribute: string, digits: number) => MinorAmount | null;
  /** Attributes that the facts tell whole, so that they need not be kept beside them. */
  readonly told: ReadonlySet<string>;
  readonly anomalies: ReadonlyArray<Anomaly>;
  readonly doubt: () => ValueDoubt | null;
}

export const caseReader = ({ attributes: ofCase, events }: SourceCase, dates: InstantParser): CaseReader => {
  let doubt: ValueDoubt | null = null;
  const told = new Set<string>();
  const anomalies: Anomaly[] = [];

  const date = (attributes: SourceAttributes, attribute: string): Instant | null => {
    const value = attributes.get(attribute);
    if (value === undefined || value === "") return null;
    if (isSourceDate(value)) {
      if (attributes === ofCase) told.add(attribute);
      return value.date;
    }
    const read = dates(String(value));
    if (!isLeft(read)) return read.right;
    doubt ??= { attribute, ...read.left };
    return null;
  };

  const text = (rule: TextRule | undefined): string => {
    if (rule === undefined) return "";
    const { constant, attribute, eventAttribute, values, otherwise = "" } = rule;
    if (constant !== undefined) return constant;
    const attributes = attribute === undefined ? events[0]?.attributes : ofCase;
    const said = textOf(attributes?.get(attribute ?? eventAttribute ?? ""));
    if (values === undefined) {
      if (attribute !== undefined && otherwise === "") told.add(attribute);
      return said === "" ? otherwise : said;
    }
    if (said !== "" && !Object.hasOwn(values, said)) anomalies.push("valueNotMapped");
    return (Object.hasOwn(values, said) ? values[said] : undefined) ?? (otherwise === "" ? said : otherwise);
  };

  const when = (rule: WhenRule | undefined): Instant | null => {
    if (rule === undefined) return null;
    if (rule.attribute !== undefined) return date(ofCase, rule.attribute);
    const isOne = ({ activity }: { readonly activity: string }): boolean => rule.activity?.includes(activity) ?? false;
    return (rule.which === "last" ? events.findLast(isOne) : events.find(isOne))?.at ?? null;
  };

  const amount: CaseReader["amount"] = (attributes, attribute, digits) => {
    const value = attributes.get(attribute);
    if (value === undefined || value === "") return null;
    const read = minorAmount(value, digits);
    if (!isLeft(read)) return read.right;
    doubt ??= { attribute, ...read.left };
    return null;
  };

  return { text, when, date, amount, told, anomalies, doubt: () => doubt };
};

/** A value as a text. */
export const textOf = (value: SourceValue | undefined): string => {
  if (value === undefined) return "";
  return isSourceDate(value) ? value.text : String(value);
};
