import { deepEqual, equal } from "node:assert/strict";
import {
  type Cursor,
  categoryOf,
  type EventStore,
  type Expected,
  holds,
  type NewEvent,
  START,
} from "@motcua/event-store";
import * as fc from "fast-check";
import type { ContractCheck } from "./check.js";
import { succeeds } from "./expect.js";
import { nextId, wholeLog } from "./sample.js";

const STREAMS = ["a-1", "a-2", "b-1"] as const;
const TYPES = ["X", "Y"] as const;

type Operation =
  | {
      readonly kind: "append";
      readonly stream: string;
      readonly types: ReadonlyArray<string>;
      readonly expected: Expected | "current";
    }
  | { readonly kind: "repeat"; readonly nth: number }
  | {
      readonly kind: "readStream";
      readonly stream: string;
      readonly from: number;
      readonly limit: number;
      readonly backward: boolean;
    }
  | { readonly kind: "readPage"; readonly nth: number; readonly limit: number }
  | {
      readonly kind: "filter";
      readonly types: ReadonlyArray<string>;
      readonly categories: ReadonlyArray<string>;
      readonly limit: number;
    };

const stream = fc.constantFrom(...STREAMS);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("append" as const),
      stream,
      types: fc.array(fc.constantFrom(...TYPES), { maxLength: 4 }),
      expected: fc.oneof(
        fc.constantFrom("current" as const, "current" as const, "any" as const, "none" as const, "exists" as const),
        fc.nat(5),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("repeat" as const), nth: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("readStream" as const),
      stream,
      from: fc.integer({ min: 1, max: 12 }),
      limit: fc.integer({ min: 1, max: 5 }),
      backward: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("readPage" as const),
      nth: fc.nat(9),
      limit: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("filter" as const),
      types: fc.uniqueArray(fc.constantFrom(...TYPES)),
      categories: fc.uniqueArray(fc.constantFrom("a", "b")),
      limit: fc.integer({ min: 1, max: 3 }),
    }),
  },
);

/** A store as a plain array: what every call must answer, in its simplest form. */
const follow = (store: EventStore) => {
  const log: Array<{ readonly stream: string; readonly id: string; readonly type: string }> = [];
  const appends: Array<{ stream: string; events: ReadonlyArray<NewEvent>; expected: Expected; version: number }> = [];
  const cursors: Array<{ cursor: Cursor; position: number }> = [{ cursor: START, position: 0 }];
  const of = (name: string) => log.filter((item) => item.stream === name).map(({ id }) => id);
  const versionOf = (name: string) => of(name).length;

  const apply = async (step: Operation): Promise<void> => {
    switch (step.kind) {
      case "append": {
        const before = versionOf(step.stream);
        const expected = step.expected === "current" ? before : step.expected;
        const events = step.types.map((type) => ({
          ...{ id: nextId(), type, schemaVersion: 1, occurredAt: 0, data: { type }, meta: {} },
        }));
        const answer = await store.append(step.stream, events, expected)();
        if (!holds(expected, before)) {
          deepEqual(answer._tag === "Left" && { ...answer.left }, {
            code: "VersionConflict",
            stream: step.stream,
            expected,
            actual: before,
          });
          return;
        }
        const version = before + events.length;
        deepEqual(answer, { _tag: "Right", right: { version } });
        log.push(...events.map(({ id, type }) => ({ stream: step.stream, id, type })));
        if (events.length > 0) appends.push({ stream: step.stream, events, expected, version });
        return;
      }
      case "repeat": {
        const made = appends[step.nth % Math.max(1, appends.length)];
        if (made === undefined) return;
        // `any` names no slot, so a store that looks for ids only there need not know it again.
        if (store.capabilities.uniqueIds === "slot" && typeof made.expected !== "number") return;
        equal((await succeeds(store.append(made.stream, made.events, made.expected)())).version, made.version);
        return;
      }
      case "readStream": {
        const all = of(step.stream);
        const page = await succeeds(
          store.readStream(step.stream, {
            from: step.from,
            limit: step.limit,
            direction: step.backward ? "backward" : "forward",
          })(),
        );
        const wanted = step.backward
          ? all.slice(0, step.from).reverse().slice(0, step.limit)
          : all.slice(step.from - 1, step.from - 1 + step.limit);
        deepEqual([page.events.map(({ id }) => id), page.version], [wanted, all.length]);
        return;
      }
      case "readPage": {
        const { cursor, position } = cursors[step.nth % cursors.length] ?? { cursor: START, position: 0 };
        const page = await succeeds(store.readAll({ after: cursor, limit: step.limit })());
        const end = position + page.events.length;
        deepEqual(
          page.events.map(({ id }) => id),
          log.slice(position, end).map(({ id }) => id),
        );
        equal(page.atEnd, end === log.length);
        if (!page.atEnd) equal(page.events.length, step.limit);
        cursors.push({ cursor: page.cursor, position: end });
        return;
      }
      case "filter": {
        const { types, categories, limit } = step;
        const found = await wholeLog(store, { types, categories, limit });
        const wanted = log.filter((item) => types.includes(item.type) && categories.includes(categoryOf(item.stream)));
        deepEqual(
          found.events.map(({ id }) => id),
          wanted.map(({ id }) => id),
        );
        cursors.push({ cursor: found.cursor, position: log.length });
      }
    }
  };

  const compare = async (): Promise<void> => {
    deepEqual(
      (await wholeLog(store)).events.map(({ id }) => id),
      log.map(({ id }) => id),
    );
  };
  return { apply, compare };
};

/** Random sequences of calls, each answered as a plain array would; a failure tells its seed and its shortest form. */
export const modelCheck = (runs = 60): ContractCheck => ({
  group: "model",
  name: `answers ${runs} random sequences of calls as a plain array would`,
  appliesTo: () => true,
  needsSecond: false,
  run: ({ open }) =>
    fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 30 }), async (operations) => {
        const store = await open();
        try {
          const model = follow(store);
          for (const step of operations) await model.apply(step);
          await model.compare();
        } finally {
          await store.close();
        }
      }),
      { numRuns: runs },
    ),
});
