import { PostgresEventStorageAdapter } from "@castore/event-storage-adapter-postgres";
import { openPostgresEventStore } from "@motcua/postgres";
import { PostgresStore } from "@rotorsoft/act-pg";
import pg from "pg";
import { actContender } from "../act-contender.ts";
import { castoreContender } from "../castore-contender.ts";
import { type Contender, type Entry, must } from "../contender.ts";
import { storeContender } from "../store-contender.ts";
import { handWrittenPostgres } from "./hand-written.ts";
import type { Insert } from "./statements.ts";

/** Most connections of each: as many as any row has calls under way. */
const CONNECTIONS = 16;

/** Everybody who keeps a log in PostgreSQL, each in a schema or table of its own. */
export interface PostgresEntries {
  readonly byHand: (name: string, connections: number, insert: Insert) => Entry;
  /** @param stores  how many handles on the one log, for as many callers */
  readonly motcua: (stores: number) => Entry;
  readonly castore: Entry;
  readonly act: Entry;
}

/** @param url  a server on which the benchmark may make schemas and users */
export const postgresEntries = (url: string): PostgresEntries => ({
  byHand: (name, connections, insert) => ({
    name,
    kind: "hand",
    open: async () => {
      const { schema, writer, drop } = await freshLog(url);
      return ending(await handWrittenPostgres(writer, schema, connections, insert), drop);
    },
  }),
  motcua: (stores) => ({
    name: stores === 1 ? "motcua" : `motcua, ${stores} stores`,
    kind: "ours",
    open: async () => {
      const { schema, writer, drop } = await freshLog(url);
      const open = async () =>
        must(await openPostgresEventStore({ url: writer, schema, mode: "readWrite", readers: CONNECTIONS })());
      return ending(storeContender(await Promise.all(Array.from({ length: stores }, open))), drop);
    },
  }),
  castore: {
    name: "castore",
    kind: "peer",
    open: async (): Promise<Contender> => {
      const place = { connectionString: `${url}?max=${CONNECTIONS}`, tableName: freshName("castore") };
      await PostgresEventStorageAdapter.createEventTable({ ...place, aggregateId: { type: "VARCHAR", length: 64 } });
      const drop = () => PostgresEventStorageAdapter.dropEventTable(place);
      return ending(castoreContender(new PostgresEventStorageAdapter(place)), drop);
    },
  },
  act: {
    name: "act",
    kind: "peer",
    open: async (): Promise<Contender> => {
      const { hostname, port, username, password, pathname } = new URL(url);
      const server = { host: hostname, port: Number(port), user: username, password, database: pathname.slice(1) };
      const schema = freshName("act");
      const store = new PostgresStore({ ...server, ...{ max: CONNECTIONS }, schema });
      await store.seed();
      return ending(actContender(store), () => asAdmin(url, `DROP SCHEMA ${schema} CASCADE`));
    },
  },
});

let used = 0;

const freshName = (base: string): string => `${base}_${process.pid}_${++used}`;

interface FreshLog {
  readonly schema: string;
  /** The address of a user who may read it and append to it, and no more. */
  readonly writer: string;
  readonly drop: () => Promise<void>;
}

const freshLog = async (url: string): Promise<FreshLog> => {
  const schema = freshName("bench");
  await must(await openPostgresEventStore({ url, schema })()).close();
  const writer = new URL(url);
  writer.username = `${schema}_user`;
  await asAdmin(url, `CREATE ROLE ${writer.username} LOGIN PASSWORD '${writer.password}' IN ROLE ${schema}_writer`);
  const roles = ["user", "writer", "reader", "migrator", "owner"].map((role) => `${schema}_${role}`).join(", ");
  return { schema, writer: writer.href, drop: () => asAdmin(url, `DROP SCHEMA ${schema} CASCADE; DROP ROLE ${roles}`) };
};

const asAdmin = async (url: string, statements: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statements);
  await client.end();
};

/** A server that others use too is left as it was. */
const ending = (contender: Contender, drop: () => Promise<void>): Contender => ({
  ...contender,
  close: async () => {
    await contender.close();
    await drop();
  },
});
