import type { EventStore } from "@motcua/event-store";
import { startEventStoreDbDouble } from "@motcua/testkit";
import { isLeft } from "fp-ts/lib/Either.js";
import { type EventStoreDbOptions, eventStoreDbEventStore } from "../../src/index.js";
import { type AppendPath, type ClientPackage, makeClient } from "./client.js";

/** Where a log is kept: how to open it, and how to end it. */
export interface Place {
  readonly open: (options?: EventStoreDbOptions) => EventStore;
  readonly end: () => Promise<void>;
}

/** One client waits so many milliseconds before its first read: half a second, if it is not told. */
const QUICK = "&discoveryInterval=10";

/** A fresh, empty log: on a double of its own, or in a namespace of its own on the server that KURRENTDB_URL names. */
export const freshPlace = async (name: ClientPackage, path: AppendPath): Promise<Place> => {
  const url = process.env["KURRENTDB_URL"];
  if (url !== undefined) return namespaceOn(name, path, url);
  const double = await startEventStoreDbDouble({ client: name, batchAppend: path === "batch" });
  return {
    open: (options) => eventStoreDbEventStore(makeClient(name, `${double.connectionString}${QUICK}`), options),
    end: double.stop,
  };
};

/** A namespace that nobody has used, on a server that others use too. */
const namespaceOn = async (name: ClientPackage, path: AppendPath, url: string): Promise<Place> => {
  const first = eventStoreDbEventStore(makeClient(name, url, path));
  const head = await first.head();
  await first.close();
  if (isLeft(head)) throw new Error(`the server at KURRENTDB_URL: ${head.left.code}`);
  const view = { namespace: `t${crypto.randomUUID().replaceAll("-", "")}`, startAfter: head.right.cursor };
  return {
    open: (options) => eventStoreDbEventStore(makeClient(name, url, path), { ...view, ...options }),
    end: async () => undefined,
  };
};

/** Stores for the contract suite, each with a log of its own that ends when all who have it open have closed it. */
export const subjectOf = (fresh: () => Promise<Place>) => {
  const shares = new WeakMap<EventStore, Share>();
  const opened = async (share: Share): Promise<EventStore> => {
    share.open++;
    const store = share.place.open();
    // One client takes longer over its first read than a check of the suite waits for a page.
    await store.readStream("warm-up")();
    let ended: Promise<void> | undefined;
    const end = async () => {
      await store.close();
      if (--share.open === 0) await share.place.end();
    };
    const close = () => {
      ended ??= end();
      return ended;
    };
    const subject = { ...store, close };
    shares.set(subject, share);
    return subject;
  };
  return {
    open: async (): Promise<EventStore> => opened({ place: await fresh(), open: 0 }),
    openAgain: async (first: EventStore): Promise<EventStore> => {
      const share = shares.get(first);
      if (share === undefined) throw new Error("not a store of this subject");
      return opened(share);
    },
  };
};

interface Share {
  readonly place: Place;
  /** How many have it open. */
  open: number;
}
