/** Rows as CSV (RFC 4180): quotes only where needed, `\r\n` line ends, absent values empty. */
export const csv = (rows: ReadonlyArray<ReadonlyArray<string | number | null>>): string =>
  rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");

/** Text that a spreadsheet would run as a formula is set off by an apostrophe. */
const field = (value: string | number | null): string => {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
