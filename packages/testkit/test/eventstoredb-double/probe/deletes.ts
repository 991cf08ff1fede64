import { type Asker, event, expecting, type Fact } from "./ask.js";

/** Streams that are deleted, softly and for ever. */
export async function* deletes({ client, stream, append, read, readAll, settled }: Asker): AsyncIterable<Fact> {
  const [soft, closed] = [stream("del"), stream("tomb")];
  const remove = (name: string, expected: bigint | "any") =>
    settled(async () => {
      await client.deleteStream(name, expecting(expected));
      return "ok";
    });

  await append(soft, [event(0), event(1)], "no_stream");
  yield ["soft delete", await remove(soft, 1n)];
  yield ["read it then", await read(soft)];
  yield ["append to it, expecting its last revision", await append(soft, [event(8)], 1n)];
  yield ["read it after that", await read(soft)];
  await remove(soft, "any");
  yield ["deleted again, expecting stream_exists", await append(soft, [event(7)], "stream_exists")];
  yield ["deleted again, expecting 9", await append(soft, [event(7)], 9n)];
  yield ["deleted again, expecting no_stream", await append(soft, [event(9)], "no_stream")];
  yield ["what is read in the end", await read(soft)];
  const all = await readAll();
  const revisions = all.filter(({ streamId }) => streamId === soft).map(({ revision }) => revision);
  yield ["what the log shows of it", revisions];
  const metadata = all.filter(({ streamId }) => streamId === `$$${soft}`);
  yield ["its metadata in the log", metadata.map(({ type, data }) => [type, JSON.stringify(data)])];

  await append(closed, [event(0)], "no_stream");
  await client.tombstoneStream(closed, expecting("any"));
  yield ["append to a tombstone", await append(closed, [event(1)], "any")];
  yield ["read a tombstone", await read(closed)];
  yield ["delete a stream that is not there", await remove(stream("none"), "any")];
  yield ["delete, expecting what is not so", await remove(stream("a"), 99n)];
}

/** What a stream's metadata hides of it. */
export async function* retention({ client, stream, append, read, readAll, settled }: Asker): AsyncIterable<Fact> {
  const short = stream("max");
  await settled(() => client.setStreamMetadata(short, { maxCount: 1 }));
  for (let n = 0; n < 3; n++) await append(short, [event(n)], "any");
  yield ["$maxCount 1: read", await read(short)];
  yield ["$maxCount 1: append, expecting 2", await append(short, [event(9)], 2n)];
  yield ["$maxCount 1: in the log", (await readAll()).filter(({ streamId }) => streamId === short).length];
}
