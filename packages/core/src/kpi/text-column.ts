import { type Column, column, pushValue, setValue, valueAt } from "./column.js";

/** Texts by number, from 1 on: each is kept once, however many rows name it. Of none the number is 0. */
export interface TextColumn {
  readonly numbers: Column;
  readonly texts: string[];
  readonly known: Map<string, number>;
}

export const textColumn = (): TextColumn => ({ numbers: column(), texts: [], known: new Map() });

export const textAt = ({ numbers, texts }: TextColumn, index: number): string | null =>
  texts[valueAt(numbers, index) - 1] ?? null;

export const setText = (to: TextColumn, index: number, text: string): void =>
  setValue(to.numbers, index, numberOf(to, text));

export const pushText = (to: TextColumn, text: string | null): void => {
  pushValue(to.numbers, text === null ? 0 : numberOf(to, text));
};

const numberOf = ({ known, texts }: TextColumn, text: string): number => {
  const number = known.get(text);
  if (number !== undefined) return number;
  const next = texts.push(text);
  known.set(text, next);
  return next;
};
