/** A list of things without some of them, each taken away once, and those that were not in it. */
export const without = (
  held: ReadonlyArray<string>,
  taken: ReadonlyArray<string>,
): { readonly rest: ReadonlyArray<string>; readonly missing: ReadonlyArray<string> } => {
  const rest = [...held];
  const missing = taken.filter((item) => {
    const place = rest.indexOf(item);
    if (place < 0) return true;
    rest.splice(place, 1);
    return false;
  });
  return { rest, missing };
};
