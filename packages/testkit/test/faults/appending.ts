import { setTimeout as sleep } from "node:timers/promises";
import { holds, type NewEvent, unavailable } from "@motcua/event-store";
import { isLeft, isRight, left, right } from "fp-ts/lib/Either.js";
import { positionsBeforeCommit } from "../positions-before-commit.js";
import type { Fault } from "./fault.js";

/** Faults of appending: expectations, repetition, races, and appends that are not one. */
export const appendingFaults: ReadonlyArray<Fault> = [
  {
    name: "`none` is taken for `any`",
    caughtBy: "versions",
    plant: ({ append }) => ({
      append: (stream, events, expected) => append(stream, events, expected === "none" ? "any" : expected),
    }),
  },
  {
    name: "`exists` is taken for `any`",
    caughtBy: "versions",
    plant: ({ append }) => ({
      append: (stream, events, expected) => append(stream, events, expected === "exists" ? "any" : expected),
    }),
  },
  {
    name: "the version is checked before the append, not inside it",
    caughtBy: "versions",
    plant: ({ append, readStream }) => ({
      append: (stream, events, expected) => async () => {
        const page = await readStream(stream)();
        const version = isLeft(page) ? 0 : page.right.version;
        const probe = await append(stream, [], expected)();
        await sleep(0);
        return isLeft(probe) && version !== 0 ? probe : append(stream, events, isLeft(probe) ? expected : "any")();
      },
    }),
  },
  {
    name: "a conflict is acknowledged, and nothing stored",
    caughtBy: "versions",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        return isLeft(answer) && answer.left.code === "VersionConflict"
          ? right({ version: (answer.left.actual ?? 0) + events.length })
          : answer;
      },
    }),
  },
  {
    name: "every third append is acknowledged, and not stored",
    caughtBy: "versions",
    plant: ({ append }) => {
      let calls = 0;
      return {
        append: (stream, events, expected) =>
          ++calls % 3 === 0 ? async () => right({ version: 1 }) : append(stream, events, expected),
      };
    },
  },
  {
    name: "a conflict does not tell the actual version",
    caughtBy: "versions",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        return isLeft(answer) && answer.left.code === "VersionConflict"
          ? { ...answer, left: { ...answer.left, actual: null } }
          : answer;
      },
    }),
  },
  {
    name: "an expected version is cut to a whole number",
    caughtBy: "versions",
    plant: ({ append }) => ({
      append: (stream, events, expected) =>
        append(stream, events, typeof expected === "number" ? Math.ceil(expected) : expected),
    }),
  },
  {
    name: "an id that is known is dropped without a word",
    caughtBy: "idempotence",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        return isLeft(answer) && answer.left.code === "EventIdReused" ? right({ version: 1 }) : answer;
      },
    }),
  },
  {
    name: "a repetition is answered with the version of now",
    caughtBy: "idempotence",
    plant: ({ append, readStream }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        const page = await readStream(stream)();
        return isLeft(answer) || isLeft(page) ? answer : right({ version: page.right.version });
      },
    }),
  },
  {
    name: "a repetition is a conflict",
    caughtBy: "idempotence",
    plant: ({ append, readStream }) => ({
      append: (stream, events, expected) => async () => {
        const page = await readStream(stream)();
        const known = isLeft(page) ? [] : page.right.events.filter(({ id }) => events.some((event) => event.id === id));
        return append(
          stream,
          known.length > 0 ? events.map((event) => ({ ...event, id: otherId(event.id) })) : events,
          expected,
        )();
      },
    }),
  },
  {
    name: "ids of a refused append are remembered",
    caughtBy: "idempotence",
    plant: ({ append }) => {
      const seen = new Set<string>();
      return {
        append: (stream, events, expected) => async () => {
          const answer = await append(stream, events, expected)();
          const [first] = events;
          if (first === undefined) return answer;
          if (isLeft(answer)) seen.add(first.id);
          return isRight(answer) && seen.has(first.id) ? left({ code: "EventIdReused", stream, id: first.id }) : answer;
        },
      };
    },
  },
  {
    name: "a loser of a race is told success, and its events are dropped",
    caughtBy: "races",
    plant: ({ append, readStream }) => ({
      append: (stream, events, expected) => async () => {
        const before = await readStream(stream)();
        await sleep(0);
        const answer = await append(stream, events, expected)();
        const held = isRight(before) && holds(expected, before.right.version);
        return isLeft(answer) && answer.left.code === "VersionConflict" && held
          ? right({ version: before.right.version + events.length })
          : answer;
      },
    }),
  },
  {
    name: "both of a race are written",
    caughtBy: "races",
    plant: ({ append, readStream }) => ({
      append: (stream, events, expected) => async () => {
        const before = await readStream(stream)();
        await sleep(0);
        const held = isRight(before) && holds(expected, before.right.version);
        return append(stream, events, held && events.length > 0 ? "any" : expected)();
      },
    }),
  },
  {
    name: "positions are given out before the commit",
    caughtBy: "races",
    plant: positionsBeforeCommit,
  },
  {
    name: "the events of an append are written one by one",
    caughtBy: "atomicity",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        let answer = await append(stream, events.slice(0, 1), expected)();
        for (const event of events.slice(1)) if (!isLeft(answer)) answer = await append(stream, [event], "any")();
        return answer;
      },
    }),
  },
  {
    name: "an append is cut into appends of 1,000",
    caughtBy: "large appends",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        let answer = await append(stream, events.slice(0, 1_000), expected)();
        for (let at = 1_000; at < events.length && isRight(answer); at += 1_000)
          answer = await append(stream, events.slice(at, at + 1_000), "none")();
        return answer;
      },
    }),
  },
  {
    name: "a limit is declared, and is not kept",
    caughtBy: "large appends",
    plant: ({ capabilities }) => ({ capabilities: { ...capabilities, maxAppendBytes: 1_048_576 } }),
  },
  {
    name: "an append of nothing is a new version",
    caughtBy: "model",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        return events.length === 0 && !isLeft(answer) ? right({ version: answer.right.version + 1 }) : answer;
      },
    }),
  },
  {
    name: "an append over 256 KiB is refused",
    caughtBy: "large appends",
    plant: ({ append }) => ({
      append: (stream, events, expected) =>
        sizeOf(events) > 262_144 && events.length < 10
          ? async () => left({ code: "EventRefused", stream, reason: "appendTooLarge", index: 0, path: "" })
          : append(stream, events, expected),
    }),
  },
  {
    name: "after a large append that failed, nothing more is taken",
    caughtBy: "large appends",
    plant: ({ append }) => {
      let broken = false;
      return {
        append: (stream, events, expected) => async () => {
          if (broken) return left(unavailable("the connection was lost"));
          const answer = await append(stream, events, expected)();
          broken = isLeft(answer) && sizeOf(events) > 1_048_576;
          return answer;
        },
      };
    },
  },
];

const otherId = (id: string): string => `f${id.slice(1)}`;

const sizeOf = (events: ReadonlyArray<NewEvent>): number => JSON.stringify(events).length;
