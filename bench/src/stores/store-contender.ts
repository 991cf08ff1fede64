import { type EventStore, START } from "@motcua/event-store";
import { type Contender, must, PAGE } from "./contender.ts";

/** A store of the port, as it is used: one for all callers, or one for each lane. */
export const storeContender = (stores: ReadonlyArray<EventStore>): Contender => {
  const [first] = stores;
  if (first === undefined) throw new Error("no store");
  const storeOf = (lane: number): EventStore => stores[lane % stores.length] ?? first;
  return {
    append: async (stream, events, version, lane) =>
      must(await storeOf(lane).append(stream, events, version === 0 ? "none" : version)()),
    load: async (stream, lane) => must(await storeOf(lane).readStream(stream)()).events.length,
    readAll: async () => {
      let events = 0;
      for (let after = START; ; ) {
        const page = must(await first.readAll({ after, limit: PAGE })());
        events += page.events.length;
        after = page.cursor;
        if (page.atEnd) return events;
      }
    },
    close: () => Promise.all(stores.map((store) => store.close())),
  };
};
