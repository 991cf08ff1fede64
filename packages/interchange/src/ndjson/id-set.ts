/**
 * The UUIDs of a log, in 16 bytes each and some room to spare. A `Set` of texts takes six times as much, and ends at 16
 * million.
 */
export interface IdSet {
  /** Adds an id in its usual form; whether it was not there yet. */
  readonly add: (id: string) => boolean;
}

const WORDS = 4;

export const idSet = (): IdSet => {
  let slots = new Uint32Array(1_024 * WORDS);
  let used = 0;
  return {
    add: (id) => {
      if (!place(slots, wordsOf(id))) return false;
      used += 1;
      if (used * 2 * WORDS > slots.length) slots = doubled(slots);
      return true;
    },
  };
};

type Words = readonly [number, number, number, number];

/** `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` as four numbers. */
const wordsOf = (id: string): Words => [
  Number.parseInt(id.slice(0, 8), 16),
  Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16),
  Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16),
  Number.parseInt(id.slice(28), 16),
];

/** Puts an id into its slot, or the next one that is free. A free slot is all zeros, which no UUID with a version is. */
const place = (slots: Uint32Array, [a, b, c, d]: Words): boolean => {
  const count = slots.length / WORDS;
  // Ids that follow the clock differ in their first part, those that are counted in their last.
  const hash = Math.imul(a ^ d, 0x9e3779b1) ^ Math.imul(b ^ c, 0x85ebca6b);
  for (let slot = (hash ^ (hash >>> 15)) & (count - 1); ; slot = (slot + 1) & (count - 1)) {
    const at = slot * WORDS;
    if (slots[at + 1] === 0) {
      slots.set([a, b, c, d], at);
      return true;
    }
    if (slots[at] === a && slots[at + 1] === b && slots[at + 2] === c && slots[at + 3] === d) return false;
  }
};

const doubled = (slots: Uint32Array): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(slots.length * 2);
  for (let at = 0; at < slots.length; at += WORDS) {
    const [a = 0, b = 0, c = 0, d = 0] = slots.subarray(at, at + WORDS);
    if (b !== 0) place(larger, [a, b, c, d]);
  }
  return larger;
};
