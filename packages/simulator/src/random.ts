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
      const time = Math.max(0, instant).toString(16).padStart(12, "0");
      const [a, b, c] = [word(), word(), word()];
      const version = (0x7000 | (a & 0xfff)).toString(16);
      const variant = (0x8000 | ((a >>> 12) & 0x3fff)).toString(16);
      return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${hex8(b).slice(0, 4)}${hex8(c)}`;
    },
  };
};

const hex8 = (word: number): string => word.toString(16).padStart(8, "0");

/** Running sums of weights, for `weighted`. */
export const cumulative = (weights: ReadonlyArray<number>): ReadonlyArray<number> => {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
};
