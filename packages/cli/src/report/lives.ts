import { type DossierEvent, type DossierLife, dossierEvents } from "@motcua/core";
import { understand } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Failure } from "../exit.js";
import type { OpenedStore } from "../store/open-store.js";
import { storeFailure } from "../text/failures.js";
import { type Sight, within } from "./projections.js";

const read = understand<DossierEvent>(dossierEvents);

/** How many streams are asked for before the first has answered: a database far away answers them together. */
const AT_ONCE = 32;

/** Whole dossiers, some at a time, in the order in which they are named. */
export async function* livesOf(
  opened: OpenedStore,
  streams: ReadonlyArray<string>,
  sight: Sight,
): AsyncGenerator<Either<Failure, DossierLife>, void, void> {
  for (let n = 0; n < streams.length; n += AT_ONCE)
    yield* await Promise.all(streams.slice(n, n + AT_ONCE).map((stream) => lifeOf(opened, stream, within(sight))));
}

const lifeOf = async (
  { store, url }: OpenedStore,
  stream: string,
  seen: ReturnType<typeof within>,
): Promise<Either<Failure, DossierLife>> => {
  const events: DossierEvent[] = [];
  for (let from: number | null = 1; from !== null; ) {
    const page: Awaited<ReturnType<ReturnType<typeof store.readStream>>> = await store.readStream(stream, { from })();
    if (isLeft(page)) return left(storeFailure(url, page.left));
    for (const recorded of page.right.events) {
      if (!seen(recorded)) continue;
      const event = read(recorded);
      if (isLeft(event)) return left(storeFailure(url, event.left));
      events.push(event.right);
    }
    from = page.right.next;
  }
  return right({ stream, events });
};
