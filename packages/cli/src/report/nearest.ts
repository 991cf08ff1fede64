/** Of the known words those that a word may have been meant to be, the likeliest first. */
export const nearest = (word: string, known: Iterable<string>, atMost: number): ReadonlyArray<string> =>
  [...known]
    .map((each) => ({ each, edits: editsBetween(word, each) }))
    .toSorted((a, b) => a.edits - b.edits || (a.each < b.each ? -1 : 1))
    .slice(0, atMost)
    .map(({ each }) => each);

/** How many characters have to be put in, taken out or changed (Levenshtein). */
const editsBetween = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [n, character] of [...a].entries()) {
    const next = [n + 1];
    for (const [m, other] of [...b].entries()) {
      const changed = (row[m] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(changed, (row[m + 1] ?? 0) + 1, (next[m] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};
