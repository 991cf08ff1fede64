/** The middle of sorted values; the mean of the two middle ones where their number is even. `null` for none. */
export const median = (sorted: Float64Array): number | null => {
  const { length } = sorted;
  if (length === 0) return null;
  const upper = sorted[length >> 1] ?? 0;
  return length % 2 === 1 ? upper : ((sorted[(length >> 1) - 1] ?? 0) + upper) / 2;
};

/** The smallest of the sorted values that at least the share `p` of them do not exceed (nearest rank). `null` for none. */
export const nearestRank = (sorted: Float64Array, p: number): number | null => sorted[rankOf(sorted.length, p)] ?? null;

/** Where the nearest rank stands among so many sorted values. */
export const rankOf = (length: number, p: number): number => Math.max(0, Math.ceil(p * length) - 1);
