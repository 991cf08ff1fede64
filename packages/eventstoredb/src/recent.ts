/** A map that forgets what was not set or looked up for the longest time. */
export interface Recent<A> {
  readonly get: (key: string) => A | undefined;
  readonly set: (key: string, value: A) => void;
  readonly delete: (key: string) => void;
}

/** @param capacity  how many it remembers */
export const makeRecent = <A>(capacity: number): Recent<A> => {
  const entries = new Map<string, A>();
  const set = (key: string, value: A) => {
    // A map keeps the order of insertion: the first is the oldest.
    entries.delete(key);
    entries.set(key, value);
    if (entries.size > capacity) {
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    }
  };
  return {
    set,
    get: (key) => {
      const value = entries.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
    delete: (key) => {
      entries.delete(key);
    },
  };
};
