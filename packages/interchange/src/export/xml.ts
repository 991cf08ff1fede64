/**
 * Text as it stands in an attribute of XML. Line ends and tabs are written as numbers, else a parser would read blanks;
 * characters that XML 1.0 cannot hold in any form are left out.
 */
export const xmlText = (text: string): string =>
  SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (character) => WRITTEN[character] ?? "") : text;

/** Beside the five, all that XML forbids, and halves of characters. */
const CLASS = String.raw`[<>&"\u0000-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`;
const SPECIAL = new RegExp(CLASS);
const ALL_SPECIAL = new RegExp(CLASS, "g");

const WRITTEN: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/**
 * A key as an XML name: what a name cannot hold is written `_x0020_`, with its code in hexadecimal, and an underscore that
 * could be taken for the beginning of that likewise, so that two keys never become one name.
 */
export const xmlName = (key: string): string => {
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = key === "" ? "_x_" : key.replace(OUTSIDE_NAMES, encoded);
  if (names.size < REMEMBERED) names.set(key, name);
  return name;
};

/** Logs have few keys, each in every event. */
const names = new Map<string, string>();
const REMEMBERED = 10_000;

/** Letters are those of Vietnamese and its neighbours that every edition of XML 1.0 takes: libxml2 goes by the fourth. */
const LETTERS = "A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u0131\\u0180-\\u01c3\\u1ea0-\\u1ef9";
const OUTSIDE_NAMES = new RegExp(`_(?=x)|[^0-9_:.\\-${LETTERS}]|^[0-9.\\-]`, "gu");

const encoded = (character: string): string =>
  `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}_`;
