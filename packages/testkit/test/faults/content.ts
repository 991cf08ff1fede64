import { setTimeout as sleep } from "node:timers/promises";
import type { LogPage, NewEvent, RecordedEvent, StreamPage } from "@motcua/event-store";
import { left, map } from "fp-ts/lib/Either.js";
import type { Fault } from "./fault.js";

/** Faults of what is taken, and of how it is kept. */
export const contentFaults: ReadonlyArray<Fault> = [
  {
    name: "data goes through JSON unchecked",
    caughtBy: "limits",
    plant: ({ append }) => ({
      append: (stream, events, expected) => append(stream, events.map(throughJson), expected),
    }),
  },
  {
    name: "text is normalised",
    caughtBy: "fidelity",
    plant: ({ append }) => ({
      append: (stream, events, expected) =>
        append(
          stream,
          events.map((event) => ({ ...event, data: JSON.parse(JSON.stringify(event.data).normalize("NFC")) })),
          expected,
        ),
    }),
  },
  {
    name: "events are looked at only after the call has returned",
    caughtBy: "fidelity",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        await sleep(0);
        return append(stream, events, expected)();
      },
    }),
  },
  {
    name: "readers are given the log's own objects",
    caughtBy: "fidelity",
    plant: ({ readStream, readAll }) => {
      const shared = new Map<string, RecordedEvent>();
      const share = <Page extends { readonly events: ReadonlyArray<RecordedEvent> }>(page: Page): Page => ({
        ...page,
        events: page.events.map((event) => {
          const known = shared.get(event.id) ?? structuredClone(event);
          shared.set(event.id, known);
          return known;
        }),
      });
      return {
        readStream: (stream, query) => async () =>
          map((page: StreamPage) => share(page))(await readStream(stream, query)()),
        readAll: (query) => async () => map((page: LogPage) => share(page))(await readAll(query)()),
      };
    },
  },
  {
    name: "a name is taken for a pattern",
    caughtBy: "names",
    plant: ({ readStream }) => ({
      readStream: (stream, query) => readStream(stream.replaceAll("_", "%"), query),
    }),
  },
  {
    name: "spaces around a name are dropped",
    caughtBy: "names",
    plant: ({ append, readStream }) => ({
      append: (stream, events, expected) => append(stream.trim() || stream, events, expected),
      readStream: (stream, query) => readStream(stream.trim() || stream, query),
    }),
  },
  {
    name: "a type is taken for a regular expression",
    caughtBy: "names",
    plant: ({ readAll }) => ({
      readAll:
        ({ types, ...query } = {}) =>
        async () =>
          map((page: LogPage) => ({
            ...page,
            events: page.events.filter(({ type }) => types?.some((wanted) => matches(wanted, type)) ?? true),
          }))(await readAll(query)()),
    }),
  },
  {
    name: "a name that is too long is cut",
    caughtBy: "names",
    plant: ({ append }) => ({
      append: (stream, events, expected) => append(stream.slice(0, 400), events, expected),
    }),
  },
  {
    name: "the store's own streams can be read",
    caughtBy: "names",
    plant: ({ readStream, readAll }) => ({
      readStream: (stream, query) => async () => {
        if (stream !== "$all") return readStream(stream, query)();
        return map(({ events }: LogPage): StreamPage => ({ events, version: events.length, next: null }))(
          await readAll()(),
        );
      },
    }),
  },
  {
    name: "a name over 255 bytes is refused",
    caughtBy: "names",
    plant: ({ append }) => ({
      append: (stream, events, expected) =>
        Buffer.byteLength(stream) > 255 && stream.length <= 400
          ? async () => left({ code: "EventRefused", stream, reason: "badStreamName", index: 0, path: "stream" })
          : append(stream, events, expected),
    }),
  },
  {
    name: "types are made fit",
    caughtBy: "names",
    plant: ({ append }) => ({
      append: (stream, events, expected) =>
        append(
          stream,
          events.map((event) => ({ ...event, type: event.type.slice(0, 400) || "untyped" })),
          expected,
        ),
    }),
  },
];

const matches = (pattern: string, type: string): boolean => {
  try {
    return new RegExp(`^(?:${pattern})$`).test(type);
  } catch {
    return pattern === type;
  }
};

const throughJson = (event: NewEvent): NewEvent => {
  try {
    return { ...event, data: JSON.parse(JSON.stringify(event.data)) };
  } catch {
    return event;
  }
};
