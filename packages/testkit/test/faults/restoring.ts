import { type RecordedEvent, unavailable } from "@motcua/event-store";
import { isLeft, isRight, left, right } from "fp-ts/lib/Either.js";
import type { Fault } from "./fault.js";

/** Faults of restoring the events of another log. */
export const restoringFaults: ReadonlyArray<Fault> = [
  {
    name: "restored events are recorded anew",
    caughtBy: "restoring",
    plant: ({ restore }) => ({
      restore: (events) => restore(events.map((event) => ({ ...event, recordedAt: Date.now() }))),
    }),
  },
  {
    name: "streams are restored one after the other",
    caughtBy: "restoring",
    plant: ({ restore }) => ({
      restore: (events) => restore(events.toSorted((one, other) => one.stream.localeCompare(other.stream))),
    }),
  },
  {
    name: "events are restored one by one",
    caughtBy: "restoring",
    plant: ({ restore }) => ({
      restore: (events) => async () => {
        for (const event of events) {
          const answer = await restore([event])();
          if (isLeft(answer)) return answer;
        }
        return right(undefined);
      },
    }),
  },
  {
    name: "versions of restored events are counted anew",
    caughtBy: "restoring",
    plant: ({ restore, readStream }) => ({
      restore: (events) => async () => {
        const counted: RecordedEvent[] = [];
        for (const event of events) {
          const page = await readStream(event.stream)();
          const here = counted.filter(({ stream }) => stream === event.stream).length;
          counted.push({ ...event, version: (isRight(page) ? page.right.version : 0) + here + 1 });
        }
        return restore(counted)();
      },
    }),
  },
  {
    name: "restored events are heard twice",
    caughtBy: "restoring",
    plant: ({ restore, subscribe }) => {
      const restored = new Set<string>();
      return {
        restore: (events) => {
          for (const { id } of events) restored.add(id);
          return restore(events);
        },
        subscribe: async function* (query) {
          for await (const page of subscribe(query)) {
            yield page;
            if (isRight(page) && page.right.events.some(({ id }) => restored.has(id))) yield page;
          }
        },
      };
    },
  },
  {
    name: "restoring nothing is a failure",
    caughtBy: "restoring",
    plant: ({ restore }) => ({
      restore: (events) =>
        events.length === 0 ? async () => left(unavailable("nothing to restore")) : restore(events),
    }),
  },
  {
    name: "restoring is acknowledged before it is done",
    caughtBy: "restoring",
    plant: ({ restore }) => ({
      restore: (events) => async () => {
        setTimeout(restore(events), 5);
        return right(undefined);
      },
    }),
  },
  {
    name: "a restored stream is taken for none",
    caughtBy: "restoring",
    plant: ({ restore, append }) => {
      const restored = new Set<string>();
      return {
        restore: (events) => {
          for (const { stream } of events) restored.add(stream);
          return restore(events);
        },
        append: (stream, events, expected) =>
          append(stream, events, expected === "none" && restored.has(stream) ? "any" : expected),
      };
    },
  },
  {
    name: "the ids of restored events are not known again",
    caughtBy: "restoring",
    plant: ({ restore, append }) => {
      const restored = new Set<string>();
      return {
        restore: (events) => {
          for (const { id } of events) restored.add(id);
          return restore(events);
        },
        append: (stream, events, expected) =>
          events.some(({ id }) => restored.has(id))
            ? async () => left({ code: "VersionConflict", stream, expected, actual: null })
            : append(stream, events, expected),
      };
    },
  },
];
