import type { Cursor, EventStore, LogQuery, NewEvent, RecordedEvent } from "@motcua/event-store";
import { succeeds } from "./expect.js";

let made = 0;

/** An event id that no other call has given, the same in every run: a UUID that is easy to read in a failure. */
export const nextId = (): string => `00000000-0000-4000-8000-${(++made).toString(16).padStart(12, "0")}`;

/** An event that every store must take, with what the check is about in place of the defaults. */
export const event = (part: Partial<NewEvent> = {}): NewEvent => ({
  id: nextId(),
  type: "Received",
  schemaVersion: 1,
  occurredAt: Date.UTC(2026, 0, 5, 1, 30),
  data: { n: made },
  meta: {},
  ...part,
});

export const events = (count: number, part: Partial<NewEvent> = {}): ReadonlyArray<NewEvent> =>
  Array.from({ length: count }, () => event(part));

export const idsOf = (items: ReadonlyArray<NewEvent>): ReadonlyArray<string> => items.map(({ id }) => id);

export const versionsOf = (items: ReadonlyArray<RecordedEvent>): ReadonlyArray<number> =>
  items.map(({ version }) => version);

/** The whole stream, forward, page by page. */
export const wholeStream = async (store: EventStore, stream: string): Promise<ReadonlyArray<RecordedEvent>> => {
  const found: RecordedEvent[] = [];
  for (let from: number | null = 1; from !== null; ) {
    const page: { readonly events: ReadonlyArray<RecordedEvent>; readonly next: number | null } = await succeeds(
      store.readStream(stream, { from })(),
    );
    found.push(...page.events);
    from = page.next;
  }
  return found;
};

/** The whole log after a cursor, page by page, with the cursor of its end. */
export const wholeLog = async (
  store: EventStore,
  query: LogQuery = {},
): Promise<{ readonly events: ReadonlyArray<RecordedEvent>; readonly cursor: Cursor }> => {
  const found: RecordedEvent[] = [];
  let after = query.after;
  for (;;) {
    const page = await succeeds(store.readAll({ ...query, ...(after === undefined ? {} : { after }) })());
    found.push(...page.events);
    after = page.cursor;
    if (page.atEnd) return { events: found, cursor: after };
  }
};
