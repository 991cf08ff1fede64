type Numbers = Float64Array | Int32Array | Uint8Array;
type NumbersOf = new (length: number) => Numbers;

/** Where a column begins: so few that V8 keeps them in its own heap, which costs little to make and to throw away. */
const FEW = 8;

/**
 * A growing column of numbers: one, four or eight bytes each, and nothing for the garbage collector to walk. A million
 * dossiers as objects take half a gigabyte; in columns they take a tenth of it. Being plain data, it goes from thread to
 * thread as it is.
 */
export interface Column {
  values: Numbers;
  length: number;
}

export const column = (Values: NumbersOf): Column => ({ values: new Values(FEW), length: 0 });

export const valueAt = ({ values }: Column, index: number): number => values[index] ?? Number.NaN;

export const setValue = ({ values }: Column, index: number, value: number): void => {
  values[index] = value;
};

/** Adds a value and answers its index. */
export const pushValue = (to: Column, value: number): number => {
  if (to.length === to.values.length) {
    const grown = new (to.values.constructor as NumbersOf)(to.length * 2);
    grown.set(to.values);
    to.values = grown;
  }
  to.values[to.length] = value;
  return to.length++;
};

/** Texts by number: each is kept once, however many rows name it. */
export interface TextColumn {
  readonly numbers: Column;
  readonly texts: string[];
  readonly known: Map<string, number>;
}

export const textColumn = (): TextColumn => ({ numbers: column(Int32Array), texts: [], known: new Map() });

export const textAt = ({ numbers, texts }: TextColumn, index: number): string | null =>
  texts[valueAt(numbers, index)] ?? null;

export const setText = (to: TextColumn, index: number, text: string): void =>
  setValue(to.numbers, index, numberOf(to, text));

export const pushText = (to: TextColumn, text: string | null): void => {
  pushValue(to.numbers, text === null ? -1 : numberOf(to, text));
};

const numberOf = ({ known, texts }: TextColumn, text: string): number => {
  const number = known.get(text);
  if (number !== undefined) return number;
  known.set(text, texts.length);
  return texts.push(text) - 1;
};
