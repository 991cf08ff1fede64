import type { TimeZone } from "@motcua/core";
import { left } from "fp-ts/lib/Either.js";
import { quoted } from "./fault.js";
import { type InstantParser, instantParser } from "./instant.js";

/** Reads a date that is not ISO 8601: gives it as ISO 8601 without an offset, or `null` where it is none of the pattern. */
export type DatePattern = (text: string) => string | null;

/**
 * A reader of dates in a pattern of `yyyy`, `MM`, `dd`, `HH` or `hh` with `a`, `mm`, `ss`; `M`, `d`, `H`, `h` take one
 * digit or two, and all else stands for itself. `null` where the pattern does not say year, month and day each once, or
 * has hours of twelve without `a`.
 *
 * @example
 * datePattern("MM/dd/yyyy hh:mm:ss a")?.("06/26/2018 06:58:54 PM"); // "2018-06-26T18:58:54"
 */
export const datePattern = (pattern: string): DatePattern | null => {
  const tokens = pattern.match(TOKEN) ?? [];
  const fields = tokens.flatMap((token) => FIELDS.get(token)?.name ?? []);
  const has = (name: string): boolean => fields.includes(name);
  if (new Set(fields).size !== fields.length || !DAY_FIELDS.every(has)) return null;
  if (has("half") !== has("hour12") || (has("hour12") && has("hour"))) return null;
  const source = tokens.map((token) => FIELDS.get(token)?.pattern ?? token.replace(/[^\w\s]/g, "\\$&")).join("");
  const expression = new RegExp(`^${source}$`, "i");
  return (text) => {
    const found = expression.exec(text)?.groups;
    return found === undefined ? null : isoOf(found);
  };
};

const DAY_FIELDS = ["year", "month", "day"] as const;
const TOKEN = /yyyy|MM?|dd?|HH?|hh?|mm|ss|a|[\s\S]/gu;

const field = (name: string, digits: string) => ({ name, pattern: `(?<${name}>${digits})` });
const FIELDS: ReadonlyMap<string, { readonly name: string; readonly pattern: string }> = new Map([
  ["yyyy", field("year", "\\d{4}")],
  ["MM", field("month", "\\d{2}")],
  ["M", field("month", "\\d{1,2}")],
  ["dd", field("day", "\\d{2}")],
  ["d", field("day", "\\d{1,2}")],
  ["HH", field("hour", "\\d{2}")],
  ["H", field("hour", "\\d{1,2}")],
  ["hh", field("hour12", "(?:0\\d|1[0-2])")],
  ["h", field("hour12", "(?:0?\\d|1[0-2])")],
  ["mm", field("minute", "\\d{2}")],
  ["ss", field("second", "\\d{2}")],
  ["a", field("half", "AM|PM")],
]);

const isoOf = (found: Readonly<Record<string, string>>): string | null => {
  const { year, month = "", day = "", hour = "0", hour12, half, minute = "00", second = "00" } = found;
  if (hour12 !== undefined && Number(hour12) === 0) return null;
  const hours = hour12 === undefined ? Number(hour) : (Number(hour12) % 12) + (half?.toUpperCase() === "PM" ? 12 : 0);
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${second}`;
};

const two = (number: string | number): string => String(number).padStart(2, "0");

/** Reads instants by a pattern, or, without one, as ISO 8601. */
export const dateReader = (zone: TimeZone | null, format: string | undefined): InstantParser => {
  const parse = instantParser(zone);
  const pattern = format === undefined ? null : datePattern(format);
  if (pattern === null) return parse;
  return (text) => {
    const iso = pattern(text);
    return iso === null ? left({ expected: `a date as ${format}`, found: quoted(text) }) : parse(iso);
  };
};
