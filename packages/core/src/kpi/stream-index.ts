import { type Column, column, makeRoom, pushValue, valueAt } from "./column.js";

/** So many slots at first; always a power of two. */
const FEW = 8;
/** The largest part of the slots that is ever taken: beyond it searches become long. */
const FULL = 2 / 3;

/**
 * The numbers of streams by their names, and back: 0, 1, 2, … as they come. An open table of numbers beside the bytes of all
 * names: less than half of what a `Map` of texts takes, and saved and loaded as it lies. Names are compared as a whole, not
 * by their hashes alone.
 */
export interface StreamIndex {
  /** All names, one behind the other. */
  readonly names: Column;
  /** Where each of them ends, by number. */
  readonly ends: Column;
  /** Numbers, from 1 on; 0 is a free slot. A number lies in the first slot that was free from the one on that its hash says. */
  slots: Uint32Array;
}

export const streamIndex = (): StreamIndex => ({ names: column(), ends: column(), slots: new Uint32Array(FEW) });

/** The number of a stream; the next one where it has none yet. */
export const numberOfStream = (index: StreamIndex, name: string): number => {
  const { names, slots } = index;
  const end = write(names, name);
  for (let slot = hashOf(names, names.length, end); ; slot++) {
    const number = (slots[slot & (slots.length - 1)] ?? 0) - 1;
    if (number < 0) return add(index, slot & (slots.length - 1), end);
    if (isWritten(index, number, end)) return number;
  }
};

/** The name of a stream. */
export const streamAt = ({ names, ends }: StreamIndex, number: number): string => {
  const { values } = names;
  const units: number[] = [];
  for (let at = startOf(ends, number); at < valueAt(ends, number); ) {
    let unit = 0;
    let shift = 0;
    let byte = 0;
    do {
      byte = values[at++] ?? 0;
      unit |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte > 0x7f);
    units.push(unit);
  }
  let name = "";
  for (let n = 0; n < units.length; n += 1000) name += String.fromCharCode(...units.slice(n, n + 1000));
  return name;
};

const startOf = (ends: Column, number: number): number => (number === 0 ? 0 : valueAt(ends, number - 1));

/**
 * Writes a name behind all others, where it stays if it is new, and answers where it ends. Each of its UTF-16 units takes one
 * byte for every seven bits, so that any two texts differ, well-formed or not.
 */
const write = (names: Column, name: string): number => {
  makeRoom(names, 3 * name.length);
  const { values } = names;
  let at = names.length;
  for (let n = 0; n < name.length; n++) {
    let unit = name.charCodeAt(n);
    for (; unit > 0x7f; unit >>= 7) values[at++] = (unit & 0x7f) | 0x80;
    values[at++] = unit;
  }
  return at;
};

/** FNV-1a, stirred once more: the slots go by its last bits. */
const hashOf = ({ values }: Column, start: number, end: number): number => {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (values[at] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 1;
};

/** Whether the name behind all others is that of a stream. */
const isWritten = ({ names, ends }: StreamIndex, number: number, end: number): boolean => {
  const { values, length } = names;
  const shift = length - startOf(ends, number);
  if (valueAt(ends, number) !== end - shift) return false;
  // From the end: names that begin alike often end otherwise.
  for (let at = end - 1; at >= length; at--) if (values[at] !== values[at - shift]) return false;
  return true;
};

const add = (index: StreamIndex, slot: number, end: number): number => {
  const number = pushValue(index.ends, end);
  index.names.length = end;
  index.slots[slot] = number + 1;
  if (number + 1 > index.slots.length * FULL) index.slots = slotsFor(index);
  return number;
};

/** Twice the slots: every number goes to where it would be found there. */
const slotsFor = ({ names, ends, slots: { length } }: StreamIndex): Uint32Array => {
  const slots = new Uint32Array(2 * length);
  for (let number = 0; number < ends.length; number++) {
    let slot = hashOf(names, startOf(ends, number), valueAt(ends, number)) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }
  return slots;
};
