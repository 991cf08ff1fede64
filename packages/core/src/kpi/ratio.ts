/** A share with six decimals; `null` where there is nothing to divide by, never 0 or 1. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : rounded(part / whole));

/** Six decimals: as many as a report shows. */
export const rounded = <N extends number | null>(value: N): N =>
  (value === null ? value : Number(value.toFixed(6))) as N;
