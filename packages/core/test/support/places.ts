/** The members, at any depth, that could hold what `Wanted` is. */
export type PlacesOf<Wanted, Value, Path extends string = ""> = Value extends Wanted
  ? Path
  : Value extends ReadonlyArray<infer Item>
    ? PlacesOf<Wanted, Item, `${Path}[]`>
    : Value extends object
      ? { [Member in keyof Value & string]: PlacesOf<Wanted, Value[Member], `${Path}.${Member}`> }[keyof Value & string]
      : never;
