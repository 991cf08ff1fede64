import { type Asker, event, type Fact, until } from "./ask.js";
import type { Position, Recorded } from "./client.js";

/** Subscriptions with a filter: what comes, and when the place is told. */
export async function* live({ client, streamNameFilter, stream, append }: Asker): AsyncIterable<Fact> {
  const wanted = streamNameFilter({ prefixes: [stream("live")] });
  const subscription = client.subscribeToAll({ fromPosition: "end", filter: wanted });
  const events: string[] = [];
  const signals: string[] = [];
  for (const signal of ["confirmation", "caughtUp", "fellBehind", "error", "end", "close"])
    subscription.on(signal, () => signals.push(signal));
  subscription.on("data", ({ event: found }: { event: Recorded }) =>
    events.push(`${found.streamId.slice(-1)}${(found.data as { n: number }).n}`),
  );
  await until(() => signals.includes("caughtUp"));
  await append(stream("live1"), [event(1), event(2)], "no_stream");
  await append(stream("dead1"), [event(1)], "no_stream");
  await append(stream("live2"), [event(3)], "no_stream");
  await until(() => events.length === 3);
  yield ["what a filter lets pass", events];
  yield ["the signals of the subscription", signals];
  await subscription.unsubscribe();

  for (let n = 0; n < 100; n++) await append(stream("cp"), [event(n)], "any");
  const checkpoints: Position[] = [];
  const none = streamNameFilter({
    prefixes: [stream("nothing")],
    checkpointInterval: 1,
    checkpointReached: (_, position) => checkpoints.push(position),
  });
  const idle = client.subscribeToAll({ filter: none });
  await until(() => checkpoints.length > 0);
  yield ["checkpoints while nothing passes", checkpoints.length > 0];
  yield ["their positions are", typeof checkpoints[0]?.commit];
  await idle.unsubscribe();
}
