/**
 * A report in an order of its own. The compiler writes the members of a union, and those of an object that is computed, in
 * the order in which it came upon them, and that changes from build to build. What belongs to what stays as it is.
 *
 * @param {string} report
 */
export const canonical = (report) => inOrder(report.split("\n").map(withUnionsInOrder)).join("\n");

/** `"b" | "a"` becomes `"a" | "b"`. @type {(line: string) => string} */
const withUnionsInOrder = (line) =>
  line.replaceAll(/"\w+"(?: \| "\w+")+/g, (union) => union.split(" | ").sort().join(" | "));

/** Sorts what stands inside a block, each with all that is inside of it; the blocks of the report keep their places. @type {(lines: string[]) => string[]} */
const inOrder = (lines) => partsOf(lines).flatMap(([head = "", ...inside]) => [head, ...sorted(inside)]);

/** @type {(lines: string[]) => string[]} */
const sorted = (lines) =>
  partsOf(lines)
    .map(([head = "", ...inside]) => [head, ...sorted(inside)].join("\n"))
    .sort()
    .flatMap((part) => part.split("\n"));

/** Each line with the deeper ones that follow it. @type {(lines: string[]) => string[][]} */
const partsOf = (lines) => {
  const depth = Math.min(...lines.filter(Boolean).map(depthOf));
  /** @type {string[][]} */
  const parts = [];
  for (const line of lines) {
    const current = parts.at(-1);
    if (current === undefined || depthOf(line) <= depth) parts.push([line]);
    else current.push(line);
  }
  return parts;
};

/** @type {(line: string) => number} */
const depthOf = (line) => line.length - line.trimStart().length;
