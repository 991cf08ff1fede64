/** The characters of one septet in an SMS (GSM 03.38), and those of two. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENDED = new Set("\f^{}\\[~]|€");

/** How long an SMS is, and in how many parts it is sent. */
export interface SmsLength {
  readonly encoding: "GSM-7" | "UCS-2";
  /** Septets, or UTF-16 units. */
  readonly units: number;
  readonly segments: number;
}

/**
 * The length of a text as an SMS: 160 septets alone or 153 in each of several parts, or with any character that the
 * alphabet of phones lacks, 70 and 67 UTF-16 units. No character is cut in two between parts.
 *
 * @example
 * smsLength("HS 0001 da co ket qua") // { encoding: "GSM-7", units: 21, segments: 1 }
 */
export const smsLength = (text: string): SmsLength => {
  const characters = [...text];
  const isPlain = characters.every(isOnPhones);
  const sizes = characters.map((each) => (isPlain ? (EXTENDED.has(each) ? 2 : 1) : each.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, part] = isPlain ? [160, 153] : [70, 67];
  const encoding = isPlain ? "GSM-7" : "UCS-2";
  return { encoding, units, segments: units <= alone ? 1 : partsOf(sizes, part) };
};

const partsOf = (sizes: ReadonlyArray<number>, room: number): number => {
  let [parts, used] = [1, 0];
  for (const size of sizes) {
    if (used + size > room) [parts, used] = [parts + 1, 0];
    used += size;
  }
  return parts;
};

/**
 * A Vietnamese text without its marks, as the centres write SMS: half the parts, and readable on every phone. What the
 * alphabet of phones has no letter for becomes `?`: see `lostWithoutMarks`.
 *
 * @example
 * withoutMarks("Hồ sơ đã có kết quả, 100 m²") // "Ho so da co ket qua, 100 m2"
 */
export const withoutMarks = (text: string): string =>
  plainest(text)
    .map((each) => (isOnPhones(each) ? each : "?"))
    .join("");

/**
 * Of a text what `withoutMarks` writes as `?`, each once: for whoever writes a template.
 *
 * @example
 * lostWithoutMarks("Xong ✓, Hồ sơ 龍") // ["✓", "龍"]
 */
export const lostWithoutMarks = (text: string): ReadonlyArray<string> => [
  ...new Set(plainest(text).filter((each) => !isOnPhones(each))),
];

const isOnPhones = (character: string): boolean => BASIC.has(character) || EXTENDED.has(character);

/** Letters without marks, figures as figures; what is never seen, such as a zero-width space from a web page, is left out. */
const plainest = (text: string): ReadonlyArray<string> =>
  [...text.normalize("NFKD").replaceAll(/[\p{M}\p{Cf}]/gu, "")].flatMap((each) => [...(SAME.get(each) ?? each)]);

/** Letters and signs of print for which a phone has a plain one. */
const SAME: ReadonlyMap<string, string> = new Map([
  ["–", "-"],
  ["—", "-"],
  ["“", '"'],
  ["”", '"'],
  ["‘", "'"],
  ["’", "'"],
  ["‐", "-"],
  ["−", "-"],
  ["•", "-"],
  ["«", '"'],
  ["»", '"'],
  ["⁄", "/"],
  ["\t", " "],
  ["đ", "d"],
  ["Đ", "D"],
  ["₫", "d"],
]);
