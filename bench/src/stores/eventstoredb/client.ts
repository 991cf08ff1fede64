import { createRequire } from "node:module";
import type { EventStoreDbClient } from "@motcua/eventstoredb";

/** The two client packages. One process may load only one of them. */
export type ClientPackage = "@eventstore/db-client" | "@kurrent/kurrentdb-client";

interface ClientClass {
  readonly connectionString: (text: string) => EventStoreDbClient;
}

const load = createRequire(import.meta.url);

export const makeClient = (name: ClientPackage, connectionString: string): EventStoreDbClient => {
  const classes: Readonly<Record<string, ClientClass>> = load(name);
  const client = (classes["EventStoreDBClient"] ?? classes["KurrentDBClient"])?.connectionString(connectionString);
  if (client === undefined) throw new Error(`${name} has no client`);
  return client;
};
