/**
 * The figures that tests reported, one JSON object a line, as a table with a column for every key.
 *
 * @param {string[]} lines
 * @returns {string} empty where there are none
 */
export const figuresTable = (lines) => {
  /** @type {Record<string, unknown>[]} */
  const rows = lines.map((line) => JSON.parse(line));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns, ...rows.map((row) => columns.map((column) => textOf(row[column])))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};

/** @type {(value: unknown) => string} */
const textOf = (value) => {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
};
