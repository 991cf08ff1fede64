import type { Instant } from "../time/instant.js";
import { type Column, column, pushValue, valueAt, wideColumn } from "./column.js";

const NONE = 0;

/** Instants, most of which are none: of each the place among those that are, from 1 on. */
export interface InstantColumn {
  readonly places: Column;
  readonly instants: Column;
}

export const instantColumn = (): InstantColumn => ({ places: column(), instants: wideColumn() });

export const instantIn = ({ places, instants }: InstantColumn, index: number): Instant | null => {
  const place = valueAt(places, index);
  return place > NONE ? valueAt(instants, place - 1) : null;
};

export const pushInstant = ({ places, instants }: InstantColumn, instant: Instant | null): void => {
  pushValue(places, instant === null ? NONE : pushValue(instants, instant) + 1);
};

/** Adds what stands at an index once more. */
export const pushSameInstant = ({ places }: InstantColumn, index: number): void => {
  pushValue(places, index < 0 ? NONE : valueAt(places, index));
};
