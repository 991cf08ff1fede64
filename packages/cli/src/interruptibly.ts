/** Ctrl-C ends the work in order, so that no half of a file is left on the disk. */
export const interruptibly = async <A>(work: (signal: AbortSignal) => Promise<A>): Promise<A> => {
  const ending = new AbortController();
  const stop = () => ending.abort();
  process.once("SIGINT", stop);
  try {
    return await work(ending.signal);
  } finally {
    process.off("SIGINT", stop);
  }
};
