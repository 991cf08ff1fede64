import { dossierMaker } from "./dossiers.ts";
import { type Effort, type Heat, measureRows, type RowRates } from "./measure-rows.ts";
import { seededRandom } from "./random.ts";

/** What one process measured: the rows of one store. */
export interface Section {
  readonly store: string;
  /** Versions of what was measured. */
  readonly about: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<RowRates>;
}

/** How long to measure, by the environment: BENCH_QUICK=1 only shows that everything runs. */
export const effortOf = ({ BENCH_QUICK, BENCH_SEED, BENCH_ROUNDS }: NodeJS.ProcessEnv): Effort => {
  const seed = Number(BENCH_SEED ?? 1);
  if (BENCH_QUICK === "1") return { seed, rounds: 3, warmUp: 1, share: 0.05 };
  return { seed, rounds: Number(BENCH_ROUNDS ?? 20), warmUp: 5, share: 1 };
};

/** Measures heats one after another; says so in the last line of standard output, for the process that started this one. */
export const measureSection = async (
  store: string,
  about: ReadonlyArray<string>,
  heats: ReadonlyArray<Heat>,
  end: () => Promise<unknown> | unknown,
): Promise<never> => {
  const effort = effortOf(process.env);
  const random = seededRandom(effort.seed);
  // One source for all heats: those on one server must not write the same streams.
  const dossiers = dossierMaker(random, effort.seed);
  const rows: RowRates[] = [];
  // What `end` waits for need not keep a process alive.
  const alive = setInterval(() => undefined, 1_000);
  try {
    for (const heat of heats) rows.push(...(await measureRows(heat, effort, { random, dossiers })));
  } finally {
    await end();
    clearInterval(alive);
  }
  process.stdout.write(`\n${JSON.stringify({ store, about, rows } satisfies Section)}\n`);
  // Not every peer has a way to end its connections.
  process.exit();
};
