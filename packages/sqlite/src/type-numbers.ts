import type { Connection } from "./driver.js";

export interface TypeNumbers {
  /** The number of a type of event, given out where it is new; inside a transaction that writes. */
  readonly of: (type: string) => number;
  /** To be called after a rollback. */
  readonly forget: () => void;
}

/** Types of events by number, for a writer. A number once committed never changes, so it may be remembered. */
export const typeNumbers = (connection: Connection): TypeNumbers => {
  const select = connection.prepare<[string], number>("SELECT id FROM types WHERE name = ?").pluck();
  const insert = connection.prepare<[string]>("INSERT INTO types (name) VALUES (?)");
  const known = new Map<string, number>();

  return {
    of: (type) => {
      const remembered = known.get(type);
      if (remembered !== undefined) return remembered;
      const number = select.get(type) ?? Number(insert.run(type).lastInsertRowid);
      known.set(type, number);
      return number;
    },
    forget: () => known.clear(),
  };
};

/** The names of types by their numbers, for a reader: few, and each one text however often it comes. */
export const typeNames = (connection: Connection): ((number: number) => string | undefined) => {
  const select = connection.prepare<[], [number, string]>("SELECT id, name FROM types").raw();
  let names = new Map<number, string>();
  return (number) => {
    const known = names.get(number);
    if (known !== undefined) return known;
    names = new Map(select.all());
    return names.get(number);
  };
};
