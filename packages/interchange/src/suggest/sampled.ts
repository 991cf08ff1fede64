import type { Mapping } from "../mapping/mapping.js";

/** A column or an attribute, as a sample of the file has it. */
export interface SampledColumn {
  readonly name: string;
  /** Whether each value that is there is a date. */
  readonly isDate: boolean;
  readonly filled: number;
  readonly distinct: number;
}

/** What the first part of a file shows. */
export interface Sampled {
  readonly source: NonNullable<Mapping["source"]> | null;
  readonly ofCase: ReadonlyArray<SampledColumn>;
  readonly ofEvent: ReadonlyArray<SampledColumn>;
  /** Of the first event of each case, the most frequent. */
  readonly firstActivity: string | null;
  readonly notes: ReadonlyArray<string>;
}

/** Gathers values by name. */
export const columnGatherer = (isDate: (value: unknown) => boolean) => {
  const columns = new Map<string, { isDate: boolean; filled: number; readonly values: Set<string> }>();
  const add = (name: string, value: unknown): void => {
    const column = columns.get(name) ?? { isDate: true, filled: 0, values: new Set<string>() };
    columns.set(name, column);
    if (value === undefined || value === "") return;
    column.filled += 1;
    column.values.add(typeof value === "object" ? JSON.stringify(value) : String(value));
    column.isDate &&= isDate(value);
  };
  const columnsOf = (): ReadonlyArray<SampledColumn> =>
    [...columns].map(([name, { isDate: dates, filled, values }]) => ({
      name,
      isDate: dates && filled > 0,
      filled,
      distinct: values.size,
    }));
  return { add, columnsOf };
};
