/** What one task took, in a process of its own. */
export interface Measured {
  readonly events: number;
  readonly seconds: number;
  /** Time of all its processors: of two tasks on a busy machine this says more than the clock. */
  readonly processorSeconds: number;
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
  const [began, used] = [performance.now(), process.cpuUsage()];
  const events = await task();
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(used);
  const processorSeconds = (user + system) / 1e6;
  const peakMB = process.resourceUsage().maxRSS / 1_000;
  process.stdout.write(`${JSON.stringify({ events, seconds, processorSeconds, peakMB } satisfies Measured)}\n`);
};

/** The nth argument of a task. */
export const argument = (n: number): string => {
  const value = process.argv[n + 2];
  if (value === undefined) throw new Error(`argument ${n} is missing`);
  return value;
};
