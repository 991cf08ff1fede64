import { isoUtc } from "../export/iso.js";
import type { MemberKind } from "../export/members.js";
import { xmlName, xmlText } from "../export/xml.js";

/** A value on a line of its own: pm4py's reader by lines loses what shares one. Key before value, in double quotes. */
export const textAttribute = (key: string, value: string): string =>
  `<string key="${key}" value="${xmlText(value)}"/>\n`;

/** Always UTC: pm4py up to 2.7.14 drops offsets. */
export const dateAttribute = (key: string, instant: number): string =>
  `<date key="${key}" value="${isoUtc(instant)}"/>\n`;

/** A member under its key, as an XML name. */
export const memberAttribute = (key: string, kind: MemberKind, value: string | number | boolean): string => {
  const name = xmlName(key);
  if (typeof value === "string") return textAttribute(name, value);
  if (typeof value === "boolean") return `<boolean key="${name}" value="${value}"/>\n`;
  if (kind === "instant") return dateAttribute(name, value);
  // What is beyond 53 bits was not a whole number of the log's, and OpenXES loses a file over an int beyond 64.
  return `<${Number.isSafeInteger(value) ? "int" : "float"} key="${name}" value="${value}"/>\n`;
};
