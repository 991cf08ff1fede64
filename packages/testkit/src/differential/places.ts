import type { Cursor, EventStore, Head, ReadError } from "@motcua/event-store";
import { type Either, isRight } from "fp-ts/lib/Either.js";
import { succeeds } from "../contract/expect.js";

/** One thing asked of two stores. */
export type Both<A> = readonly [first: A, second: A];

export const onBoth = async <A>(
  [first, second]: Both<EventStore>,
  ask: (store: EventStore, which: 0 | 1) => Promise<A>,
): Promise<Both<A>> => [await ask(first, 0), await ask(second, 1)];

/** Where both stores were at the same moments: cursors cannot be compared, but what comes after them can. */
export interface Places {
  /** The nth place, counted round; the first is the head before the workload began. */
  readonly at: (nth: number) => Both<Cursor>;
  /** Keeps a place, where both stores gave one. */
  readonly keep: (answers: Both<Either<ReadError, { readonly cursor: Cursor }>>) => void;
  /** How many events have come since the first place; `null` where one of the stores does not say. */
  readonly since: (heads: Both<Either<ReadError, Head>>) => Both<number | null | "failed">;
}

export const placesOf = async (stores: Both<EventStore>): Promise<Places> => {
  const heads = await onBoth(stores, (store) => succeeds(store.head()));
  const first: Both<Cursor> = [heads[0].cursor, heads[1].cursor];
  const places = [first];
  const counted = (head: Either<ReadError, Head>, start: Head): number | null | "failed" => {
    if (!isRight(head)) return "failed";
    return head.right.events === null || start.events === null ? null : head.right.events - start.events;
  };
  return {
    at: (nth) => places[nth % places.length] ?? first,
    keep: ([one, other]) => {
      if (isRight(one) && isRight(other)) places.push([one.right.cursor, other.right.cursor]);
    },
    since: ([one, other]) => {
      const counts = [counted(one, heads[0]), counted(other, heads[1])] as const;
      return counts.includes(null) ? [null, null] : counts;
    },
  };
};
