/** A seeded source of chance: the same seed gives the same work, on every machine. */
export interface Random {
  /** A whole number from 0, below `end`. */
  readonly below: (end: number) => number;
  /** A UUID of version 4. */
  readonly uuid: () => string;
}

/** mulberry32: enough for picking streams, and a word is one multiplication or two. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const digits = (): string => word().toString(16).padStart(8, "0");
  return {
    below: (end) => Math.floor((word() / 2 ** 32) * end),
    uuid: () => {
      const hex = `${digits()}${digits()}${digits()}${digits()}`;
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
};
