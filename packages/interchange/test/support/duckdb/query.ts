import { DuckDBInstance } from "@duckdb/node-api";

/** What DuckDB answers, as plain rows; numbers of any width as numbers. */
export const duckdb = async (sql: string): Promise<ReadonlyArray<Readonly<Record<string, unknown>>>> => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  try {
    const connection = await instance.connect();
    const answer = await connection.runAndReadAll(sql);
    return answer
      .getRowObjectsJS()
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
  } finally {
    instance.closeSync();
  }
};

const plain = (value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);
