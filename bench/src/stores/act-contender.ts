import type { Contender } from "./contender.ts";
import { PAGE } from "./contender.ts";

/** What the stores of act have in common, of two of its releases. Versions are counted from 0 there. */
interface ActStore {
  commit(
    stream: string,
    messages: { name: string; data: Record<string, unknown> }[],
    meta: { correlation: string; causation: Record<string, never> },
    expectedVersion: number,
  ): Promise<unknown>;
  query(callback: (event: { readonly id: number }) => void, query: ActQuery): Promise<number>;
  dispose(): Promise<void>;
}

interface ActQuery {
  stream?: string;
  /** Of later releases: otherwise the name is taken as a pattern. */
  stream_exact?: boolean;
  after?: number;
  limit?: number;
}

/** A store of act through its port; what its events have no place for (id, schema version, instant) goes into the data. */
export const actContender = (store: ActStore): Contender => ({
  append: (stream, events, version) =>
    store.commit(
      stream,
      events.map(({ type, data, ...envelope }) => ({ name: type, data: { ...envelope, ...data } })),
      { correlation: stream, causation: {} },
      version - 1,
    ),
  load: (stream) => store.query(() => undefined, { stream, stream_exact: true }),
  readAll: async () => {
    let events = 0;
    let after = -1;
    for (;;) {
      const found = await store.query(
        ({ id }) => {
          after = id;
        },
        { after, limit: PAGE },
      );
      events += found;
      if (found < PAGE) return events;
    }
  },
  close: () => store.dispose(),
});
