import type { Rates, RowRates } from "./measure-rows.ts";

/** A ratio of two contenders, from the rounds in which both did the same work. */
export interface Ratio {
  readonly median: number;
  /** The middle half of the rounds lies between these. */
  readonly quartiles: readonly [number, number];
  /** The same of processor time alone, which tells more where others use the machine. */
  readonly cpu: number;
}

/** A row as it is reported: what is kept of it is the ratios. */
export interface Summary {
  readonly row: string;
  /** Events per second of ours, the median of the rounds. */
  readonly ours: number;
  /** Ours to the fastest of the statements by hand; `undefined` in memory, where there are none. */
  readonly ceiling: (Ratio & { readonly name: string; readonly rate: number }) | undefined;
  /** Ours to each of the peers that have the row. */
  readonly peers: Readonly<Record<string, Ratio & { readonly rate: number }>>;
}

export const summaryOf = ({ row, contenders }: RowRates): Summary => {
  const ours = contenders.find(({ kind }) => kind === "ours");
  if (ours === undefined) throw new Error(`${row} has no rates of ours`);
  const [fastest] = contenders
    .filter(({ kind }) => kind === "hand")
    .sort((one, other) => medianOf(other.rates) - medianOf(one.rates));
  const against = (other: Rates) => ({ ...ratioOf(ours, other), rate: medianOf(other.rates) });
  return {
    row,
    ours: medianOf(ours.rates),
    ceiling: fastest && { name: fastest.name, ...against(fastest) },
    peers: Object.fromEntries(
      contenders.filter(({ kind }) => kind === "peer").map((peer) => [peer.name, against(peer)]),
    ),
  };
};

const ratioOf = (ours: Rates, other: Rates): Ratio => {
  const ratios = byRound(ours.rates, other.rates);
  return {
    median: medianOf(ratios),
    quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    cpu: medianOf(byRound(ours.cpuRates, other.cpuRates)),
  };
};

/** What slowed down the one in a round slowed down the other. */
const byRound = (rates: ReadonlyArray<number>, others: ReadonlyArray<number>): ReadonlyArray<number> =>
  rates.map((rate, round) => rate / (others[round] ?? Number.NaN));

const medianOf = (values: ReadonlyArray<number>): number => quantile(values, 0.5);

const quantile = (values: ReadonlyArray<number>, share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place % 1);
};
