import { AssertionError } from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import type { Capabilities, Cursor, EventStore, LogQuery, ReadError } from "@motcua/event-store";
import { type Either, isRight } from "fp-ts/lib/Either.js";
import { appendOf, freshMemory, type Memory, remember } from "../workload/append-of.js";
import { rememberRestored, restoreOf } from "../workload/restore-of.js";
import { type QueryFault, type Step, streamName } from "../workload/step.js";
import { comparable, comparablePage, comparableThrough } from "./comparable.js";
import { type Both, onBoth, type Places, placesOf } from "./places.js";
import { listenThrough, readThrough } from "./read-through.js";

/**
 * Asks two stores the same, step by step, and rejects at the first step that they answer differently.
 *
 * @param run  a name that no other workload of these stores has
 */
export const playBoth = async (
  stores: Both<EventStore>,
  steps: ReadonlyArray<Step>,
  run: string,
  capabilities: Pick<Capabilities, "uniqueIds">,
): Promise<void> => {
  const memory = freshMemory(run, capabilities);
  const places = await placesOf(stores);
  for (const [n, step] of steps.entries()) {
    const [first, second] = await answersTo(step, stores, memory, places);
    if (!isDeepStrictEqual(first, second))
      throw new AssertionError({
        message: `step ${n + 1}, ${step.kind}: ${JSON.stringify(first)} is not ${JSON.stringify(second)}`,
      });
  }
};

const answersTo = async (
  step: Step,
  stores: Both<EventStore>,
  memory: Memory,
  places: Places,
): Promise<Both<unknown>> => {
  switch (step.kind) {
    case "append":
    case "repeat":
    case "refused": {
      const request = appendOf(step, memory);
      if (request === undefined) return [undefined, undefined];
      const { stream, events, expected } = request;
      const answers = await onBoth(stores, (store) => store.append(stream, events, expected)());
      remember(memory, request, answers[0]);
      return [comparable(answers[0]), comparable(answers[1])];
    }
    case "restore": {
      const events = restoreOf(step, memory);
      const answers = await onBoth(stores, (store) => store.restore(events)());
      if (isRight(answers[0])) rememberRestored(memory, events);
      return [comparable(answers[0]), comparable(answers[1])];
    }
    case "readStream": {
      const { stream, from, limit, direction } = step;
      const query = { from, limit, direction };
      return onBoth(stores, async (store) =>
        comparable(await store.readStream(streamName(memory.run, stream), query)(), comparablePage),
      );
    }
    case "readPage": {
      const after = places.at(step.nth);
      const pages = await onBoth(stores, (store, which) => store.readAll({ after: after[which], limit: step.limit })());
      places.keep(pages);
      return [comparable(pages[0], comparablePage), comparable(pages[1], comparablePage)];
    }
    case "readThrough":
      return throughBoth(stores, { ...step.filter, limit: step.limit }, places, step.nth);
    case "refusedRead": {
      const answers = await onBoth(stores, (store) => refusedRead(store, step.fault));
      return [comparable(answers[0]), comparable(answers[1])];
    }
    case "head": {
      const heads = await onBoth(stores, (store) => store.head());
      places.keep(heads);
      return places.since(heads);
    }
  }
};

/** Page by page; and where that is the same, once more by subscription. */
const throughBoth = async (
  stores: Both<EventStore>,
  query: LogQuery,
  places: Places,
  nth: number,
): Promise<Both<unknown>> => {
  const after = places.at(nth);
  const read = await onBoth(stores, (store, which) => readThrough(store, { ...query, after: after[which] }));
  const [first, second] = [comparable(read[0], comparableThrough), comparable(read[1], comparableThrough)];
  places.keep(read);
  if (!isDeepStrictEqual(first, second)) return [first, second];
  const count = isRight(read[0]) ? read[0].right.events.length : 0;
  const heard = await onBoth(stores, (store, which) => listenThrough(store, { ...query, after: after[which] }, count));
  return [comparable(heard[0], comparableThrough), comparable(heard[1], comparableThrough)];
};

const refusedRead = (store: EventStore, fault: QueryFault): Promise<Either<ReadError, object>> => {
  switch (fault) {
    case "cursor":
      return store.readAll({ after: "no cursor" as Cursor })();
    case "limit":
      return store.readAll({ limit: 0 })();
    case "version":
      return store.readStream("a-1", { from: 0 })();
  }
};
