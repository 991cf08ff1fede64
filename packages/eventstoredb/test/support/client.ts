import { createRequire } from "node:module";
import type { EventStoreDbClient } from "../../src/index.js";

/** The two client packages. One process may load only one of them. */
export type ClientPackage = "@eventstore/db-client" | "@kurrent/kurrentdb-client";

interface ClientClass {
  readonly connectionString: (text: string) => EventStoreDbClient;
}

/**
 * A client of a package.
 *
 * @param path  over which of the two calls appends go: both clients use the older one when an append names its user
 */
export const makeClient = (
  name: ClientPackage,
  connectionString: string,
  path: AppendPath = "batch",
): EventStoreDbClient => {
  const classes: Readonly<Record<string, ClientClass>> = load(name);
  const client = (classes["EventStoreDBClient"] ?? classes["KurrentDBClient"])?.connectionString(connectionString);
  if (client === undefined) throw new Error(`${name} has no client`);
  return path === "batch" ? client : namingItsUser(client);
};

export type AppendPath = "batch" | "unary";

const load = createRequire(import.meta.url);

const namingItsUser = (client: EventStoreDbClient): EventStoreDbClient => {
  const credentials = { username: "admin", password: "changeit" };
  const append = client.appendToStream.bind(client);
  return Object.assign(client, {
    appendToStream: (...[stream, events, options]: Parameters<EventStoreDbClient["appendToStream"]>) =>
      append(stream, events, Object.assign({ credentials }, options)),
  });
};
