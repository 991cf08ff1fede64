import { type EventStoreDbClient, eventStoreDbEventStore, type Position } from "@motcua/eventstoredb";
import { type Entry, must } from "../contender.ts";
import { storeContender } from "../store-contender.ts";
import { bareClient } from "./bare-client.ts";
import { type ClientPackage, makeClient } from "./client.ts";

/** The client by itself and the store over it. They are on one server: what one of them reads all of begins where it was opened. */
export interface EventStoreDbEntries {
  /** @param prefix  keeps the streams that it writes apart from the store's; empty where it reads those */
  readonly bare: (prefix: string) => Entry;
  readonly motcua: Entry;
}

export const eventStoreDbEntries = (name: ClientPackage, url: string): EventStoreDbEntries => ({
  bare: (prefix) => ({
    name: "bare client",
    kind: "hand",
    open: async () => {
      const client = makeClient(name, url);
      return bareClient(client, prefix, await lastPosition(client));
    },
  }),
  motcua: {
    name: "motcua",
    kind: "ours",
    open: async () => {
      const looking = eventStoreDbEventStore(makeClient(name, url));
      const { cursor } = must(await looking.head());
      await looking.close();
      return storeContender([eventStoreDbEventStore(() => makeClient(name, url), { startAfter: cursor })]);
    },
  },
});

const lastPosition = async (client: EventStoreDbClient): Promise<Position | undefined> => {
  const last = client.readAll({ fromPosition: "end", direction: "backwards", maxCount: 1, requiresLeader: true });
  let position: Position | undefined;
  for await (const { event } of last) position = event?.position;
  return position;
};
