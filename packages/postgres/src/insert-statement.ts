/** What tells one statement that inserts rows from another. */
export interface InsertShape {
  /** The log's schema, quoted. */
  readonly schema: string;
  /** A parameter for each value of so many rows; or an array for each column, of any number of rows. */
  readonly rows: number | "arrays";
  /** Whether the rows bring the time of their recording. */
  readonly dated: boolean;
  readonly returning: "" | "RETURNING position, recorded_at";
}

export interface InsertStatement {
  readonly name: string;
  readonly text: string;
}

/** The columns that whoever appends may set. */
export const COLUMNS = "stream, version, id, type, schema_version, occurred_at, data, meta";

/** Put together once: it took as long as all else that an append does before it is sent. */
export const insertStatement = (shape: InsertShape): InsertStatement => {
  const key = `insert ${shape.rows} ${shape.dated ? "dated" : ""} ${shape.returning} ${shape.schema}`;
  const known = statements.get(key);
  if (known !== undefined) return known;
  const made = { name: nameOf(shape), text: textOf(shape) };
  statements.set(key, made);
  return made;
};

const statements = new Map<string, InsertStatement>();

const nameOf = ({ rows, dated, returning }: InsertShape): string =>
  `insert ${rows}${dated ? " dated" : ""}${returning === "" ? "" : " returning"}`;

const textOf = ({ schema, rows, dated, returning }: InsertShape): string => {
  const types = dated ? [...TYPES, "bigint"] : TYPES;
  return `INSERT INTO ${schema}.events (${COLUMNS}${dated ? ", recorded_at" : ""})
    ${rows === "arrays" ? arrays(types) : parameters(rows, types.length)} ${returning}`;
};

const TYPES = ["text", "integer", "uuid", "text", "bigint", "bigint", "json", "json"];

const parameters = (rows: number, columns: number): string => {
  const row = (first: number) => `(${Array.from({ length: columns }, (_, column) => `$${first + column}`).join(", ")})`;
  return `VALUES ${Array.from({ length: rows }, (_, index) => row(index * columns + 1)).join(", ")}`;
};

const arrays = (types: ReadonlyArray<string>): string =>
  `SELECT * FROM unnest(${types.map((type, column) => `$${column + 1}::${type}[]`).join(", ")})`;
