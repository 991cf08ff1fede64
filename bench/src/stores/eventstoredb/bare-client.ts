import type { NewEvent } from "@motcua/event-store";
import type { EventStoreDbClient, Position, Resolved, Results, WireEvent } from "@motcua/eventstoredb";
import type { Contender } from "../contender.ts";

const text = new TextEncoder();

/**
 * The client as its documentation uses it: its promises awaited, its results taken as they come.
 *
 * @param prefix  what the names of its streams begin with on the server
 * @param after   where to begin when all is read
 */
export const bareClient = (client: EventStoreDbClient, prefix: string, after: Position | undefined): Contender => ({
  append: (stream, events, version) => {
    const revision = version === 0 ? "no_stream" : BigInt(version - 1);
    return client.appendToStream(prefix + stream, events.map(toWire), {
      expectedRevision: revision,
      streamState: revision,
      requiresLeader: true,
    });
  },
  load: (stream) =>
    count(
      client.readStream(prefix + stream, {
        fromRevision: "start",
        direction: "forwards",
        maxCount: 1_000,
        requiresLeader: true,
      }),
      () => true,
    ),
  readAll: () =>
    count(
      client.readAll({
        fromPosition: after ?? "start",
        direction: "forwards",
        maxCount: EVERYTHING,
        requiresLeader: true,
      }),
      ({ event }) => event?.type.startsWith("$") === false && event.position?.commit !== after?.commit,
    ),
  close: () => client.dispose(),
});

const EVERYTHING = 10_000_000;

const toWire = ({ id, type, data, schemaVersion, occurredAt, meta }: NewEvent): WireEvent => ({
  id,
  type,
  contentType: "application/json",
  data: { ...data },
  metadata: text.encode(JSON.stringify({ schemaVersion, occurredAt, meta })),
});

/** How many results are wanted. The one client gives a stream of Node, which is quicker by its events than iterated. */
const count = async (results: Results, isWanted: (result: Resolved) => boolean): Promise<number> => {
  let wanted = 0;
  const take = (result: Resolved) => {
    if (isWanted(result)) wanted++;
  };
  if (!("cancel" in results)) {
    for await (const result of results) take(result);
    return wanted;
  }
  await new Promise<void>((resolve, reject) => {
    results.on("data", take);
    results.on("end", () => resolve());
    results.on("error", reject);
  });
  return wanted;
};
