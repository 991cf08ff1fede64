import pg from "pg";

/** How PostgreSQL refuses a statement of a user; `undefined` where it does not. */
export const refusalOf = async (client: pg.Client, statement: string): Promise<string | undefined> => {
  await client.query("BEGIN");
  try {
    await client.query(statement);
    return undefined;
  } catch (cause) {
    return cause instanceof pg.DatabaseError ? cause.code : String(cause);
  } finally {
    await client.query("ROLLBACK");
  }
};
