/** What belongs together because it has the same values. */
export interface Groups<Group> {
  /** The group of these values; a new one where there is none yet. */
  readonly at: (values: ReadonlyArray<string | null>) => Group;
  /** By code points, nulls last: the same order on every machine. */
  readonly sorted: () => ReadonlyArray<{ readonly values: ReadonlyArray<string | null>; readonly group: Group }>;
}

export const makeGroups = <Group>(make: () => Group): Groups<Group> => {
  const groups = new Map<string, { readonly values: ReadonlyArray<string | null>; readonly group: Group }>();
  return {
    at: (values) => {
      const id = JSON.stringify(values);
      const known = groups.get(id);
      if (known !== undefined) return known.group;
      const group = make();
      groups.set(id, { values, group });
      return group;
    },
    sorted: () => [...groups.values()].toSorted((a, b) => compareValues(a.values, b.values)),
  };
};

const compareValues = (a: ReadonlyArray<string | null>, b: ReadonlyArray<string | null>): number => {
  for (const [n, left] of a.entries()) {
    const right = b[n] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  }
  return 0;
};

/** The values of a group by the names of their dimensions. */
export const keyOf = <Dimension extends string>(
  by: ReadonlyArray<Dimension>,
  values: ReadonlyArray<string | null>,
): Readonly<Partial<Record<Dimension, string | null>>> =>
  Object.fromEntries(by.map((dimension, n) => [dimension, values[n] ?? null])) as Partial<
    Record<Dimension, string | null>
  >;
