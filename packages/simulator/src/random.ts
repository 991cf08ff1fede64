import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A seeded source of chance: the same seed gives the same values, on every machine. */
export interface Random {
  /** A fraction in [0, 1). */
  readonly fraction: () => number;
  /** A whole number from `min` to `max`, both included. */
  readonly between: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <A>(from: ReadonlyArray<A>) => A;
  /** An index, drawn by weights that need not add up to one. */
  readonly weighted: (cumulative: ReadonlyArray<number>) => number;
  /** An exponential deviate with this mean. */
  readonly exponential: (mean: number) => number;
  /** A UUID of version 7 (RFC 9562), sorted by the instant it is made for. */
  readonly uuid: (instant: number) => string;
}

export const seededRandom = (seed: number): Random => {
  const generator = xoroshiro128plus(seed);
  const word = () => generator.next() >>> 0;
  const fraction = () => word() / 0x1_0000_0000;
  const between = (min: number, max: number) => min + Math.floor(fraction() * (max - min + 1));
  return {
    fraction,
    between,
    chance: (probability) => fraction() < probability,
    pick: <A>(from: ReadonlyArray<A>): A => from[between(0, from.length - 1)] as A,
    weighted: (cumulative) => {
      const drawn = fraction() * (cumulative.at(-1) ?? 0);
      return Math.max(
        0,
        cumulative.findIndex((sum) => drawn < sum),
      );
    },
    exponential: (mean) => -Math.log(1 - fraction()) * mean,
    uuid: (instant) => {
      const time = Math.max(0, instant);
      const [a, b, c] = [word(), word(), word()];
      const [high, low] = [Math.floor(time / 0x1_0000), time & 0xffff];
      return `${hex(high >>> 16)}${hex(high)}-${hex(low)}-${hex(0x7000 | (a & 0xfff))}-${hex(0x8000 | ((a >>> 12) & 0x3fff))}-${hex(b)}${hex(c >>> 16)}${hex(c)}`;
    },
  };
};

const HEX: ReadonlyArray<string> = Array.from({ length: 0x1_0000 }, (_, n) => n.toString(16).padStart(4, "0"));

/** The lower sixteen bits, as four digits. */
const hex = (word: number): string => HEX[word & 0xffff] ?? "";

/** Running sums of weights, for `weighted`. */
export const cumulative = (weights: ReadonlyArray<number>): ReadonlyArray<number> => {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
};
