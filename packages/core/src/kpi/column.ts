/** From the narrowest to the one that holds every number. */
const WIDTHS = [Uint8Array, Uint16Array, Uint32Array, Float64Array] as const;
type Width = (typeof WIDTHS)[number];
type Numbers = InstanceType<Width>;

/** Where a column begins: so few that V8 keeps them in its own heap, which costs little to make and to throw away. */
const FEW = 8;
/** From here on a column grows by a quarter: with less room to spare, as copies of so much come seldom. */
const MANY = 4096;

/**
 * A growing column of numbers, each as wide as the widest of them: one, two, four or eight bytes, and nothing for the garbage
 * collector to walk. A million dossiers as objects take half a gigabyte; in columns they take a third of it. Being plain data,
 * it goes from thread to thread as it is.
 */
export interface Column {
  values: Numbers;
  length: number;
}

/** A column of whole numbers from 0 on, as narrow as they allow. */
export const column = (): Column => ({ values: new Uint8Array(FEW), length: 0 });

/** A column of any numbers, such as instants, or `NaN` where there is none. */
export const wideColumn = (): Column => ({ values: new Float64Array(FEW), length: 0 });

export const valueAt = ({ values }: Column, index: number): number => values[index] ?? Number.NaN;

export const setValue = (to: Column, index: number, value: number): void => {
  to.values[index] = value;
  if (to.values[index] !== value) widen(to, index, value);
};

/** Adds a value and answers its index. */
export const pushValue = (to: Column, value: number): number => {
  const index = to.length;
  makeRoom(to, 1);
  to.length++;
  setValue(to, index, value);
  return index;
};

/** So many more values will find room without another copy. */
export const makeRoom = (to: Column, more: number): void => {
  const room = to.values.length;
  const needed = to.length + more;
  if (needed <= room) return;
  const grown = room < MANY ? room * 2 : room + (room >> 2);
  to.values = copyOf(to.values, widthOf(to.values), Math.max(needed, grown));
};

/** What was written is not what is read: the value needs more bytes. Of the widest numbers that is `NaN`, which equals nothing. */
const widen = (to: Column, index: number, value: number): void => {
  if (to.values instanceof Float64Array) return;
  const wider = WIDTHS.slice(WIDTHS.indexOf(widthOf(to.values)) + 1).find((Width) => Width.of(value)[0] === value);
  to.values = copyOf(to.values, wider ?? Float64Array, to.values.length);
  to.values[index] = value;
};

const widthOf = (values: Numbers): Width => values.constructor as Width;

const copyOf = (values: Numbers, Width: Width, room: number): Numbers => {
  const copy = new Width(room);
  copy.set(values);
  return copy;
};
