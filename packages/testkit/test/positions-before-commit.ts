import { setImmediate as nextTurn } from "node:timers/promises";
import { cursorAt, type EventStore, positionOf, type RecordedEvent, START } from "@motcua/event-store";
import { isLeft, map, right } from "fp-ts/lib/Either.js";

/**
 * What a table does that numbers its rows from a sequence: the number is taken first and the commit comes when it comes,
 * while a reader asks for the rows after the last number that it saw. Appends to one stream wait for each other.
 */
export function positionsBeforeCommit({ append, readAll, head }: EventStore): Partial<EventStore> {
  const numbers = new Map<string, number>();
  const turns = new Map<string, Promise<unknown>>();
  let taken = 0;
  let calls = 0;

  const inTurn = <A>(stream: string, work: () => Promise<A>): Promise<A> => {
    const mine = (turns.get(stream) ?? Promise.resolve()).then(work);
    turns.set(stream, mine);
    return mine;
  };
  const committed = async (): Promise<ReadonlyArray<readonly [number, RecordedEvent]>> => {
    const page = await readAll({ limit: 10_000 })();
    if (isLeft(page)) return [];
    return page.right.events.map((event) => [numbers.get(event.id) ?? 0, event] as const).toSorted(([a], [b]) => a - b);
  };
  return {
    append: (stream, events, expected) => () =>
      inTurn(stream, async () => {
        for (const { id } of events) if (!numbers.has(id)) numbers.set(id, ++taken);
        if (++calls % 3 === 0) for (let turn = 0; turn < 3; turn++) await nextTurn();
        return append(stream, events, expected)();
      }),
    head: async () =>
      map(({ events }: { events: number | null }) => ({ events, cursor: cursorAt(taken) }))(await head()),
    readAll:
      ({ after = START, limit = 1_000, types, categories } = {}) =>
      async () => {
        const last = positionOf(after, taken);
        if (isLeft(last)) return last;
        const rows = (await committed()).filter(([number]) => number > last.right);
        const wanted = rows.filter(
          ([, { type, stream }]) =>
            (types?.includes(type) ?? true) && (categories?.includes(stream.split("-")[0] ?? "") ?? true),
        );
        const page = wanted.slice(0, limit);
        const atEnd = page.length === wanted.length;
        const end = (atEnd ? rows : page).at(-1)?.[0] ?? last.right;
        return right({ events: page.map(([, event]) => event), cursor: cursorAt(end), atEnd });
      },
  };
}
