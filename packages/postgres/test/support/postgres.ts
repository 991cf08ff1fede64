import { type PostgresServer, startPostgres } from "@motcua/testkit";
import { isLeft } from "fp-ts/lib/Either.js";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { openPostgresEventStore, type PostgresEventStore, type PostgresOptions } from "../../src/index.js";

export interface TestServer {
  /** A new, empty database: its address, as a user who may do all. */
  readonly newDatabase: () => Promise<string>;
  /**
   * A new user who may log in; `rights` as in `CREATE ROLE`, such as `IN ROLE motcua_writer`.
   *
   * @returns the address of the same database for this user
   */
  readonly newUser: (url: string, rights?: string) => Promise<string>;
  /** The server itself, where it was started for this file. */
  readonly own: () => PostgresServer | undefined;
}

const PASSWORD = "a password of a test";

/** One server for the tests of a file: the one that `MOTCUA_TEST_POSTGRES_URL` names, or one that is started and stopped. */
export const testServer = (options?: Parameters<typeof startPostgres>[0]): TestServer => {
  let server: PostgresServer | undefined;
  let address = process.env["MOTCUA_TEST_POSTGRES_URL"] ?? "";
  let made = 0;
  const [names, users]: [string[], string[]] = [[], []];
  // A connection each: one that is kept would not outlive a crash of the server.
  const asAdmin = (statement: string) => connected(address, (client) => client.query(statement));
  beforeAll(async () => {
    if (address !== "") return;
    server = await startPostgres(options);
    address = server.url;
  });
  afterAll(async () => {
    if (server !== undefined) return server.stop();
    for (const name of names) await asAdmin(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    for (const user of users) await asAdmin(`DROP ROLE IF EXISTS "${user}"`);
  });
  return {
    newDatabase: async () => {
      const name = `motcua_test_${process.pid}_${++made}`;
      await asAdmin(`CREATE DATABASE "${name}"`);
      names.push(name);
      const url = new URL(address);
      url.pathname = `/${name}`;
      return url.href;
    },
    newUser: async (url, rights = "") => {
      const name = `motcua_user_${process.pid}_${++made}`;
      await asAdmin(`CREATE ROLE "${name}" LOGIN PASSWORD '${PASSWORD}' ${rights}`);
      users.push(name);
      return as(url, name, PASSWORD);
    },
    own: () => server,
  };
};

/** The address of the same database for another user. */
export const as = (url: string, user: string, password: string): string => {
  const other = new URL(url);
  [other.username, other.password] = [user, password];
  return other.href;
};

export const opened = async (options: PostgresOptions): Promise<PostgresEventStore> => {
  const store = await openPostgresEventStore(options)();
  if (isLeft(store)) throw new Error(JSON.stringify(store.left));
  return store.right;
};

/** Statements over a connection of their own. */
export const connected = async <A>(url: string, work: (client: pg.Client) => Promise<A>): Promise<A> => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
