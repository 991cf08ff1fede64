import { dossierIdOf } from "@motcua/core";
import type { EventStore, ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { GatheredDossier, Gathering } from "./gathering.js";

type Streams = Pick<EventStore, "readStream">;

/** How many streams are asked for before the first has answered: a database far away answers them together. */
const AT_ONCE = 32;

/** Dossiers in the order in which their streams are named, each read up to the version said. */
export async function* gatherByStream<A>(
  log: Streams,
  streams: ReadonlyArray<readonly [stream: string, last: number]>,
  gathering: Gathering<A>,
): AsyncGenerator<Either<ReadError, ReadonlyArray<GatheredDossier<A>>>, void, void> {
  for (let n = 0; n < streams.length; n += AT_ONCE) {
    const some = streams.slice(n, n + AT_ONCE);
    const read = await Promise.all(some.map(([stream, last]) => gatherStream(log, stream, last, gathering)));
    const gathered: GatheredDossier<A>[] = [];
    for (const each of read) {
      if (isLeft(each)) return yield each;
      gathered.push(each.right);
    }
    yield right(gathered);
  }
}

/** What is made of the first events of a stream. */
export const gatherStream = async <A>(
  log: Streams,
  stream: string,
  last: number,
  { begin, add }: Gathering<A>,
): Promise<Either<ReadError, GatheredDossier<A>>> => {
  const gathered = begin();
  for (let from: number | null = 1; from !== null && from <= last; ) {
    const page: Awaited<ReturnType<ReturnType<EventStore["readStream"]>>> = await log.readStream(stream, { from })();
    if (isLeft(page)) return page;
    for (const event of page.right.events) if (event.version <= last) add(gathered, event);
    from = page.right.next;
  }
  return right({ id: dossierIdOf(stream) ?? stream, gathered });
};
