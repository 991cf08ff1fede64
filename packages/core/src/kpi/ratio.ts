/** A share to six decimals; `null` where there is nothing to have a share of, never 0 or 1. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : rounded(part / whole));

/** To six decimals. */
export const rounded = <N extends number | null>(value: N): N =>
  (value === null ? value : Number(value.toFixed(6))) as N;
