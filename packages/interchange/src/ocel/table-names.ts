/**
 * A name for each type that a table can end in, and no two types one name: what a database cannot hold in a name without
 * quotes is left out ("Hồ sơ" becomes "Ho_so"), and what then is taken gets a number. Names of tables do not tell upper
 * case from lower.
 */
export const tableNames = (types: ReadonlyArray<string>): ReadonlyMap<string, string> => {
  const taken = new Set(RESERVED);
  return new Map(
    types.map((type) => {
      const plain = plainName(type);
      let name = plain;
      for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}_${n}`;
      taken.add(name.toLowerCase());
      return [type, name];
    }),
  );
};

/** `event_map_type`, `event_object`, `object_map_type` and `object_object` are tables of their own. */
const RESERVED = ["map_type", "object"];

const plainName = (type: string): string =>
  type
    .replace(/[đĐ]/g, (letter) => (letter === "đ" ? "d" : "D"))
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60) || "type";

/** Columns for attributes: their own names, but for those that the table has already, with a number where case is all that differs. */
export const columnNames = (attributes: Iterable<string>): ReadonlyMap<string, string> => {
  const taken = new Set(["ocel_id", "ocel_time", "ocel_changed_field"]);
  const names = new Map<string, string>();
  for (const attribute of attributes) {
    let name = attribute;
    for (let n = 2; taken.has(name.toLowerCase()) || name === ""; n++) name = `${attribute}_${n}`;
    taken.add(name.toLowerCase());
    names.set(attribute, name);
  }
  return names;
};
