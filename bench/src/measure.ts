/** What one task took, in a process of its own. */
export interface Measured {
  readonly events: number;
  readonly seconds: number;
  /** Peak resident memory of the process, in MB of 10^6 bytes. */
  readonly peakMB: number;
}

/**
 * Times a task from a warm process start and says so on standard output, for the process that started this one.
 *
 * The benchmarks are built first, like what they measure: in a process in which Node had stripped types, the garbage
 * collector took five times as long and 100 MB more.
 */
export const measure = async (task: () => Promise<number> | number): Promise<void> => {
  const began = performance.now();
  const events = await task();
  const seconds = (performance.now() - began) / 1_000;
  const peakMB = process.resourceUsage().maxRSS / 1_000;
  process.stdout.write(`${JSON.stringify({ events, seconds, peakMB } satisfies Measured)}\n`);
};

/** The nth argument of a task. */
export const argument = (n: number): string => {
  const value = process.argv[n + 2];
  if (value === undefined) throw new Error(`argument ${n} is missing`);
  return value;
};
