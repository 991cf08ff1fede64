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

/**
 * Numbers that were asked for lately, by their index: most events are of the few dossiers that are open now. Beside the index,
 * since it is not part of what is kept.
 */
const lately = new WeakMap<StreamIndex, Map<string, number>>();
const REMEMBERED = 10_000;

/** The number of a stream; the next one where it has none yet. */
export const numberOfStream = (index: StreamIndex, name: string): number => {
  const remembered = latelyOf(index);
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const number = find(index, name);
  if (remembered.size === REMEMBERED) remembered.clear();
  remembered.set(name, number);
  return number;
};

const latelyOf = (index: StreamIndex): Map<string, number> => {
  const known = lately.get(index);
  if (known !== undefined) return known;
  const none = new Map<string, number>();
  lately.set(index, none);
  return none;
};

const find = (index: StreamIndex, name: string): number => {
  const { slots } = index;
  const length = write(name);
  for (let slot = hashOf(written, 0, length); ; slot++) {
    const number = (slots[slot & (slots.length - 1)] ?? 0) - 1;
    if (number < 0) return add(index, slot & (slots.length - 1), length);
    if (isWritten(index, number, length)) return number;
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

/** The bytes of the name that is looked for. */
let written = new Uint8Array(256);

/** Each of a name's UTF-16 units takes one byte for every seven bits, so that any two texts differ, well-formed or not. */
const write = (name: string): number => {
  if (3 * name.length > written.length) written = new Uint8Array(6 * name.length);
  let at = 0;
  for (let n = 0; n < name.length; n++) {
    let unit = name.charCodeAt(n);
    for (; unit > 0x7f; unit >>= 7) written[at++] = (unit & 0x7f) | 0x80;
    written[at++] = unit;
  }
  return at;
};

/** FNV-1a, stirred once more: the slots go by its last bits. */
const hashOf = (bytes: Column["values"], start: number, end: number): number => {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 1;
};

/** Whether the name that is looked for is that of a stream. */
const isWritten = ({ names: { values }, ends }: StreamIndex, number: number, length: number): boolean => {
  const start = startOf(ends, number);
  if (valueAt(ends, number) - start !== length) return false;
  // From the end: names that begin alike often end otherwise.
  for (let at = length - 1; at >= 0; at--) if (values[start + at] !== written[at]) return false;
  return true;
};

const add = (index: StreamIndex, slot: number, length: number): number => {
  const { names, ends } = index;
  makeRoom(names, length);
  names.values.set(written.subarray(0, length), names.length);
  names.length += length;
  const number = pushValue(ends, names.length);
  index.slots[slot] = number + 1;
  if (number + 1 > index.slots.length * FULL) index.slots = slotsFor(index);
  return number;
};

/** Twice the slots: every number goes to where it would be found there. */
const slotsFor = ({ names, ends, slots: { length } }: StreamIndex): Uint32Array => {
  const slots = new Uint32Array(2 * length);
  for (let number = 0; number < ends.length; number++) {
    let slot = hashOf(names.values, startOf(ends, number), valueAt(ends, number)) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }
  return slots;
};
