import type { Server } from "@grpc/grpc-js";
import { type Fault, makeFaultPlan } from "./faults.js";
import { openFrontDoor } from "./front-door.js";
import { type Call, type Method, makeJournal } from "./journal.js";
import { makeLog } from "./log/log.js";
import { type ClientPackage, loadProtocol, type Protocol } from "./protocol.js";
import { handleAppend } from "./wire/append.js";
import { handleBatchAppend } from "./wire/batch-append.js";
import type { Context } from "./wire/context.js";
import { handleDelete, handleTombstone } from "./wire/delete.js";
import { handleGossip } from "./wire/gossip.js";
import { markingLargeMessages } from "./wire/message-size.js";
import { handleRead } from "./wire/read.js";
import { handleServerFeatures } from "./wire/server-features.js";

export interface EventStoreDbDoubleOptions {
  /** The package whose client will call. It must be installed, and a process keeps to one. */
  readonly client: ClientPackage;
  /** Default: any that is free. */
  readonly port?: number;
  /** Whether the server knows BatchAppend; without it, clients append one by one. Default `true`. */
  readonly batchAppend?: boolean;
  /** The position before the first event, for logs beyond the numbers of JavaScript. Default 0. */
  readonly origin?: bigint;
  /** The server's clock, in epoch milliseconds. Default: the time of the machine. */
  readonly clock?: () => number;
}

/** A server that keeps its log in memory, and that can be made to fail. */
export interface EventStoreDbDouble {
  readonly port: number;
  /** As the client package takes it. */
  readonly connectionString: string;
  /** Every call so far, oldest first; what has become of a call is to be read from it at any time. */
  readonly journal: ReadonlyArray<Call>;
  /** The next so many calls of a method go wrong. Default: one. */
  readonly fail: (method: Method, fault: Fault, times?: number) => void;
  /** Forgets the faults that have not happened yet. */
  readonly heal: () => void;
  /** Drops all connections; new ones are taken. */
  readonly disconnect: () => void;
  /** Connections are taken, and nothing answered, as by a process that is stopped. */
  readonly freeze: () => void;
  /** Answers what came meanwhile. */
  readonly thaw: () => void;
  /** Drops all connections and refuses new ones, as a process that has died. */
  readonly kill: () => Promise<void>;
  /** Back on the same port, with the log as it was. */
  readonly restart: () => Promise<void>;
  /** Ends it, and frees the port. */
  readonly stop: () => Promise<void>;
}

/**
 * An EventStoreDB 23.10.8 in this process, for tests: what it answers was recorded from the real server.
 *
 * It differs in what it does not do: no link is resolved, no projection or persistent subscription runs, nothing is
 * scavenged, `$maxAge` is not looked at, and everybody may do everything.
 *
 * @example
 * const double = await startEventStoreDbDouble({ client: "@eventstore/db-client" });
 * const client = EventStoreDBClient.connectionString(double.connectionString);
 * double.fail("append", { kind: "loseAnswer" });
 * await double.stop();
 */
export const startEventStoreDbDouble = async (options: EventStoreDbDoubleOptions): Promise<EventStoreDbDouble> => {
  const { client, port = 0, batchAppend = true, origin = 0n, clock = Date.now } = options;
  const protocol = loadProtocol(client);
  const journal = makeJournal();
  const faults = makeFaultPlan();
  const server = makeServer({
    protocol,
    log: makeLog({ clock, origin }),
    journal,
    faults,
    clock,
    batchAppend,
    port: () => door.port,
    disconnect: () => door.disconnect(),
  });
  const door = await openFrontDoor(port, await listen(server, protocol)).catch((error: unknown) => {
    server.forceShutdown();
    throw error;
  });
  const scheme = client === "@eventstore/db-client" ? "esdb" : "kurrentdb";
  return {
    port: door.port,
    connectionString: `${scheme}://127.0.0.1:${door.port}?tls=false`,
    journal: journal.calls,
    fail: (method, fault, times = 1) => faults.plan(method, fault, times),
    heal: faults.clear,
    disconnect: door.disconnect,
    freeze: door.freeze,
    thaw: door.thaw,
    kill: door.shut,
    restart: door.reopen,
    stop: async () => {
      await door.shut();
      server.forceShutdown();
    },
  };
};

const makeServer = (context: Context): Server => {
  const { grpc, services } = context.protocol;
  // The limits of the library would answer before the double does, in other words.
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
  server.addService(markingLargeMessages(services.streams), {
    read: handleRead(context),
    append: handleAppend(context),
    delete: handleDelete(context),
    tombstone: handleTombstone(context),
    batchAppend: handleBatchAppend(context),
  });
  server.addService(services.features, { getSupportedMethods: handleServerFeatures(context) });
  server.addService(services.gossip, { read: handleGossip(context) });
  return server;
};

const listen = (server: Server, { grpc }: Protocol): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
