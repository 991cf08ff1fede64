import { setImmediate, setTimeout } from "node:timers/promises";
import type { Contender, Entry, Kind } from "./contender.ts";
import { DOSSIER_EVENTS } from "./dossiers.ts";
import type { Random } from "./random.ts";
import { appendAll, type Material, nameOf, prepare, type Row } from "./row.ts";

/** How long to measure. */
export interface Effort {
  readonly seed: number;
  /** Rounds whose figures count, and those before them that let compilers and caches settle. */
  readonly rounds: number;
  readonly warmUp: number;
  /** What the calls of a round are multiplied with. */
  readonly share: number;
}

/** Rows that share their contenders' logs, each with the calls of one round. */
export interface Heat {
  readonly rows: ReadonlyArray<{ readonly row: Row; readonly calls: number; readonly remark?: string }>;
  readonly entries: ReadonlyArray<Entry>;
  /** How many dossiers of seven the logs hold before the first row. */
  readonly stored: number;
  /** Whether each has a log of its own, or the first entry writes one that all share. */
  readonly filledBy: "each" | "first";
  /** What the server would do by itself, in time, after so much was written. */
  readonly afterFilling?: () => Promise<unknown>;
}

/** What one contender did in one row: a figure for each round. */
export interface Rates {
  readonly name: string;
  readonly kind: Kind;
  /** Events per second. */
  readonly rates: ReadonlyArray<number>;
  /** Events per second of processor time of this process; what a server of its own took is not in it. */
  readonly cpuRates: ReadonlyArray<number>;
}

export interface RowRates {
  readonly row: string;
  readonly contenders: ReadonlyArray<Rates>;
}

/**
 * Measures rows in many short rounds; in each every contender does the same work, one after another, in an order that
 * chance gives: what else the machine does then falls on all of them alike.
 */
export const measureRows = async (
  heat: Heat,
  effort: Effort,
  { random, dossiers }: Omit<Material, "stored">,
): Promise<ReadonlyArray<RowRates>> => {
  const stored = dossiers(Math.ceil(heat.stored * effort.share), DOSSIER_EVENTS);
  const opened: Opened[] = [];
  try {
    for (const entry of heat.entries) opened.push({ ...entry, contender: await entry.open() });
    for (const { contender, onlyInTurn } of heat.filledBy === "each" ? opened : opened.slice(0, 1))
      await appendAll(contender, stored, DOSSIER_EVENTS, onlyInTurn ? 1 : LANES);
    await heat.afterFilling?.();
    const material = { random, dossiers, stored: stored.map(({ stream }) => stream) };
    const measured: RowRates[] = [];
    for (const { row, calls, remark = "" } of heat.rows)
      measured.push({
        row: `${nameOf(row)}${remark}`,
        contenders: await playRounds(row, calls, opened, material, effort),
      });
    return measured;
  } finally {
    for (const { contender } of opened) await contender.close();
  }
};

/** How many calls are under way while the logs are filled: no row has more. */
const LANES = 16;

interface Opened extends Entry {
  readonly contender: Contender;
}

const playRounds = async (
  row: Row,
  calls: number,
  opened: ReadonlyArray<Opened>,
  material: Material,
  { rounds, warmUp, share }: Effort,
): Promise<ReadonlyArray<Rates>> => {
  const players = opened.filter((player) => canDo(row, player));
  const rates = players.map(({ name, kind }) => ({ name, kind, rates: [] as number[], cpuRates: [] as number[] }));
  for (let round = -warmUp; round < rounds; round++) {
    const work = prepare(row, Math.max(1, Math.round(calls * share)), material);
    const done = new Set<number>();
    for (const index of shuffled([...players.keys()], material.random)) {
      await settle();
      const [began, used] = [performance.now(), process.cpuUsage()];
      const events = await work((players[index] as Opened).contender);
      const [seconds, { user, system }] = [(performance.now() - began) / 1e3, process.cpuUsage(used)];
      if (round >= 0) {
        rates[index]?.rates.push(events / seconds);
        rates[index]?.cpuRates.push((events * 1e6) / (user + system));
      }
      done.add(events);
    }
    if (done.size > 1) throw new Error(`${nameOf(row)}: not all did the same work: ${[...done].join(", ")} events`);
  }
  return rates;
};

/**
 * Lets what the one before has left be done before the clock starts: garbage, and what native objects still do when they
 * are collected. Unsettled, an append of 1,000 took 1.6 times as long after one of the peers as without it.
 */
const settle = async (): Promise<void> => {
  globalThis.gc?.();
  await setTimeout(2);
  await setImmediate();
};

const canDo = (row: Row, { contender, onlyInTurn }: Opened): boolean => {
  if (row.does === "append") return row.inFlight === 1 || onlyInTurn !== true;
  return row.does === "load" || contender.readAll !== undefined;
};

const shuffled = <A>(items: ReadonlyArray<A>, random: Random): ReadonlyArray<A> => {
  const order = [...items];
  for (let left = order.length; left > 1; left--) {
    const taken = random.below(left);
    [order[left - 1], order[taken]] = [order[taken] as A, order[left - 1] as A];
  }
  return order;
};
