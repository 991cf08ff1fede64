import { setTimeout as sleep } from "node:timers/promises";
import { appendGate } from "./append-gate.js";
import type { EventStoreDbClient } from "./client.js";
import { inTime } from "./in-time.js";

/** A client, or a way to make one. */
export type ClientSource = EventStoreDbClient | (() => EventStoreDbClient);

/** The client in use. */
export interface Connection {
  readonly client: () => EventStoreDbClient;
  /** Takes another client in place of one that does not work, if it is still in use and there is a way to make one. */
  readonly replace: (broken: EventStoreDbClient) => void;
  /** Ends all clients, and the connections that would keep the process alive. */
  readonly close: () => Promise<void>;
}

/** @param restMs  how long a new client is given before another takes its place */
export const connect = (source: ClientSource, restMs: number): Connection => {
  const make = typeof source === "function" ? source : undefined;
  let current = typeof source === "function" ? source() : source;
  let madeAt = performance.now();
  const retired = new Set<EventStoreDbClient>();
  const retire = async (client: EventStoreDbClient) => {
    retired.add(client);
    // What is under way on it gets its chance.
    await sleep(RETIREMENT_MS, undefined, { ref: false });
    if (retired.delete(client)) await endOf(client);
  };

  return {
    client: () => current,
    replace: (broken) => {
      if (broken !== current || make === undefined || performance.now() < madeAt + restMs) return;
      madeAt = performance.now();
      try {
        current = make();
      } catch {
        // The one there is stays: it may yet come back to itself.
        return;
      }
      void retire(broken);
    },
    close: async () => {
      const all = [current, ...retired];
      retired.clear();
      await Promise.all(all.map(endOf));
    },
  };
};

/**
 * The client's own end never comes when the server has closed its stream of appends, so it is not waited for long; and it
 * leaves the channel open, which is closed where the client has one.
 */
const endOf = async (client: EventStoreDbClient): Promise<void> => {
  await appendGate.alone(DISPOSE_MS, () => inTime(DISPOSE_MS, client.dispose())).catch(() => undefined);
  const channel = await inTime(DISPOSE_MS, channelOf(client)).catch(() => undefined);
  channel?.close();
};

interface Channel {
  close(): void;
}

/** Not among the client's public types. */
const channelOf = async (
  client: EventStoreDbClient & { readonly getChannel?: unknown },
): Promise<Channel | undefined> => (typeof client.getChannel === "function" ? client.getChannel() : undefined);

const DISPOSE_MS = 2_000;
const RETIREMENT_MS = 30_000;
