/** A list in two, the first as long as the second or longer by one: for finding the one that spoils it for all. */
export const halves = <T>(items: ReadonlyArray<T>): ReadonlyArray<ReadonlyArray<T>> => {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
};
