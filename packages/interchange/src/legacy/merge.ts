import { isDeepStrictEqual } from "node:util";
import type { AppendError, EventStore, NewEvent, ReadError, RecordedEvent } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";

/** What writing the events of a dossier changed. */
export interface Merged {
  /** How many events were not there yet. */
  readonly appended: number;
  /** How many are there with other content; what is stored stays. */
  readonly differing: number;
}

/** An event that the source claims to have happened. */
export interface Claim {
  readonly event: NewEvent;
  /** Members of its data that two claims of the same event may differ in. */
  readonly inferred: ReadonlyArray<string>;
}

/**
 * Appends those events that the stream does not have yet, known by their ids. Doing it again changes nothing, and what an
 * interrupted import left out is made up for. Of two claims with one id the first counts.
 */
export const mergeInto = async (
  store: Pick<EventStore, "append" | "readStream">,
  stream: string,
  claims: ReadonlyArray<Claim>,
): Promise<Either<AppendError | ReadError, Merged>> => {
  for (let attempt = 0; ; attempt++) {
    const stored = await readWhole(store, stream);
    if (isLeft(stored)) return stored;
    const known = new Map<string, NewEvent>(stored.right.map((event) => [event.id, event]));
    const missing: NewEvent[] = [];
    let differing = 0;
    for (const claim of claims) {
      const { event } = claim;
      const before = known.get(event.id);
      if (before === undefined) {
        known.set(event.id, event);
        missing.push(event);
      } else if (differs(before, claim)) differing += 1;
    }
    if (missing.length === 0) return right({ appended: 0, differing });
    const appended = await store.append(stream, missing, stored.right.length)();
    if (!isLeft(appended)) return right({ appended: missing.length, differing });
    if (!MEANWHILE.has(appended.left.code) || attempt >= 3) return left(appended.left);
  }
};

/** Somebody else wrote to the stream: other events, or some of these. Reading it again tells which are still missing. */
const MEANWHILE: ReadonlySet<AppendError["code"]> = new Set(["VersionConflict", "EventIdReused"]);

const readWhole = async (
  store: Pick<EventStore, "readStream">,
  stream: string,
): Promise<Either<ReadError, ReadonlyArray<RecordedEvent>>> => {
  const events: RecordedEvent[] = [];
  for (let from: number | null = 1; from !== null; ) {
    const page: Awaited<ReturnType<ReturnType<EventStore["readStream"]>>> = await store.readStream(stream, { from })();
    if (isLeft(page)) return page;
    events.push(...page.right.events);
    from = page.right.next;
  }
  return right(events);
};

const differs = (before: NewEvent, { event, inferred }: Claim): boolean =>
  before.occurredAt !== event.occurredAt ||
  !isDeepStrictEqual(without(before.data, inferred), without(event.data, inferred));

const without = (data: object, members: ReadonlyArray<string>): object =>
  members.length === 0 ? data : Object.fromEntries(Object.entries(data).filter(([name]) => !members.includes(name)));
