/**
 * The share that a stream is in, by its name: for stores that do not number their streams.
 *
 * FNV-1a (Fowler, Noll, Vo) over UTF-16 units, 32 bits: even shares for names that differ in a few characters.
 */
export const shardOf = (stream: string, of: number): number => {
  let hash = 0x811c9dc5;
  for (let n = 0; n < stream.length; n++) hash = Math.imul(hash ^ stream.charCodeAt(n), 0x01000193);
  return (hash >>> 0) % of;
};
