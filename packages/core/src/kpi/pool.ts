import type { Due } from "../time/term.js";

/** Keeps one copy of each text and due date: a million events name the same few agencies and days. */
export interface Pool {
  readonly text: (text: string) => string;
  readonly due: (due: Due) => Due;
}

export const makePool = (): Pool => {
  const texts = new Map<string, string>();
  const dates = new Map<string, Due>();
  const kept = <A>(pool: Map<string, A>, key: string, value: A): A => {
    const known = pool.get(key);
    if (known !== undefined) return known;
    pool.set(key, value);
    return value;
  };
  return {
    text: (text) => kept(texts, text, text),
    due: (due) => (due.kind === "date" ? kept(dates, due.date, due) : due),
  };
};
