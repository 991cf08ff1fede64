import { type Asker, event, expecting, type Fact, until } from "./ask.js";
import type { Position, Recorded } from "./client.js";

/** Pages of a stream; `races` has put 200 events into it. */
export async function* streamReads({ stream, read }: Asker): AsyncIterable<Fact> {
  const [absent, long] = [stream("nope"), stream("order")];
  const backwards = { direction: "backwards" };

  yield ["a stream that is not there", await read(absent)];
  yield ["the same, backwards", await read(absent, { ...backwards, fromRevision: "end" })];
  yield ["the same, at most 1", await read(absent, { maxCount: 1 })];
  yield ["from a revision", await read(long, { fromRevision: 197n })];
  yield ["from beyond the end", await read(long, { fromRevision: 900n })];
  yield ["backwards from the end, at most 2", await read(long, { ...backwards, fromRevision: "end", maxCount: 2 })];
  yield ["backwards from a revision", await read(long, { ...backwards, fromRevision: 1n })];
  yield ["at most 0", await read(long, { maxCount: 0 })];
  yield ["at most 3", await read(long, { maxCount: 3 })];
}

/** Places in the log, and what begins where. */
export async function* positions({ client, stream, append, read, readAll, settled }: Asker): AsyncIterable<Fact> {
  const placed = stream("pos");
  const ofStream = async () => (await readAll()).filter(({ streamId }) => streamId === placed);
  await append(placed, [event(1), event(2), event(3)], "no_stream");
  await append(placed, [event(4)], 2n);

  const inStream = await read(placed, {}, ({ position }) => typeof position?.commit);
  yield ["events of a stream have positions", Array.isArray(inStream) && inStream.every((type) => type === "bigint")];
  const all = await readAll();
  const mine = await ofStream();
  const [first, second, third] = mine;
  if (first === undefined || second === undefined || third === undefined) throw new Error("the log has lost events");
  const place = second.position;
  const commits = mine.map(({ position }) => position.commit);
  const steps = commits.slice(1).map((commit, index) => commit - (commits[index] ?? 0n));
  yield ["commit and prepare are equal", mine.map(({ position }) => position.commit === position.prepare)];
  yield ["positions grow", steps.every((step) => step > 0n)];
  yield ["and have gaps", steps.map((step) => step > 1n)];
  yield ["the log has events of the system", all.some(({ type, streamId }) => `${type}${streamId}`.includes("$"))];

  // Read to the end: the iterator of E cannot be left without its call staying open.
  const from = (position: Position, options: object = {}) =>
    settled(async () => {
      const found: Recorded[] = [];
      for await (const { event } of client.readAll({ fromPosition: position, ...options }))
        if (event) found.push(event);
      return found[0];
    });
  const isSecond = (found: unknown) =>
    typeof found === "object" && found !== null && "id" in found ? found.id === second.id : found;
  yield ["read from p: begins with p", isSecond(await from(place))];
  yield ["with the commit as prepare", isSecond(await from({ commit: place.commit, prepare: place.commit }))];
  yield ["with prepare 0", isSecond(await from({ commit: place.commit, prepare: 0n }))];
  const between = { commit: place.commit + 1n, prepare: place.commit + 1n };
  yield ["from between two events", await from(between, { maxCount: 1 })];
  const before = await from(place, { direction: "backwards", maxCount: 1 });
  const beforeIsFirst = typeof before === "object" && "id" in before && before.id === first.id;
  yield ["backwards from p: begins with", beforeIsFirst ? "the one before p" : before];

  const seen: Array<{ id: string; revision: bigint }> = [];
  const toAll = client.subscribeToAll({ fromPosition: place });
  toAll.on("data", ({ event: found }: { event?: { streamId: string; id: string; revision: bigint } }) => {
    if (found?.streamId === placed) seen.push(found);
  });
  await until(() => seen.length === 2);
  yield ["subscribe from p: begins with", seen[0]?.id === third.id ? "the one after p" : seen[0]];
  await toAll.unsubscribe();

  const revisions: bigint[] = [];
  const toStream = client.subscribeToStream(placed, { fromRevision: 1n });
  toStream.on("data", ({ event: found }: { event: { revision: bigint } }) => revisions.push(found.revision));
  await until(() => revisions.length === 2);
  yield ["subscribe to a stream from 1: begins with", revisions];
  await toStream.unsubscribe();

  const appended = await client.appendToStream(placed, [event(5), event(6)], expecting(3n));
  const last = (await ofStream()).at(-1);
  yield ["an append answers the position of its last event", appended.position?.commit === last?.position.commit];
}
