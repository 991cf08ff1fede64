import type { Connection } from "./driver.js";

/** Streams whose names are remembered: about 10 MB. */
const REMEMBERED = 100_000;

/**
 * The names of streams by their numbers, for a reader of the whole log. Asked for a page at a time they cost a third of
 * a join; and since each name is one text however often it comes, whoever looks it up in a map hashes it once.
 */
export const streamNames = (
  connection: Connection,
): ((
  rows: ReadonlyArray<readonly [position: number, stream: number, ...unknown[]]>,
) => ReadonlyMap<number, string>) => {
  const select = connection
    .prepare<[string], [number, string]>("SELECT id, name FROM streams WHERE id IN (SELECT value FROM json_each(?))")
    .raw();
  const names = new Map<number, string>();

  return (rows) => {
    if (names.size > REMEMBERED) names.clear();
    const unknown = new Set<number>();
    for (const [, stream] of rows) if (!names.has(stream)) unknown.add(stream);
    if (unknown.size > 0)
      for (const [number, name] of select.all(JSON.stringify([...unknown]))) names.set(number, name);
    return names;
  };
};
