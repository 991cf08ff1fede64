import {
  type AppendError,
  type Cursor,
  type Expected,
  type NewEvent,
  type RecordedEvent,
  unavailable,
} from "@motcua/event-store";
import { left, right } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import {
  type AppendCall,
  type Call,
  checkHistory,
  type History,
  type LogCall,
  type StreamCall,
  type Violation,
  violationText,
} from "../src/index.js";

const given = (n: number): NewEvent => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  type: n % 2 === 0 ? "Even" : "Odd",
  schemaVersion: 1,
  occurredAt: 0,
  data: { n },
  meta: {},
});
const stored = (n: number, stream: string, version: number): RecordedEvent => ({
  ...given(n),
  stream,
  version,
  recordedAt: 0,
});

const LOG = [stored(1, "a-1", 1), stored(2, "a-1", 2), stored(3, "b-1", 1), stored(4, "a-1", 3)] as const;
const [ONE, TWO, THREE, FOUR] = LOG;

type Times = readonly [began: number, ended: number];

const append = (
  [began, ended]: Times,
  stream: string,
  ns: ReadonlyArray<number>,
  expected: Expected,
  answer: number | AppendError,
): AppendCall => ({
  ...{ kind: "append", client: "writer", began, ended, stream, events: ns.map(given), expected },
  answer: typeof answer === "number" ? right({ version: answer }) : left(answer),
});
const conflict = (actual: number | null): AppendError => ({
  ...{ code: "VersionConflict", stream: "a-1", expected: "none", actual },
});
/** What any call may be given in place of its answer. */
const answered = <Of extends Call>(call: Of, answer: Of["answer"]): Of => ({ ...call, answer });
const readStream = (
  [began, ended]: Times,
  stream: string,
  events: ReadonlyArray<RecordedEvent>,
  version = events.length,
): StreamCall => ({
  ...{ kind: "readStream", client: "reader", began, ended, stream, query: {} },
  answer: right({ events, version, next: null }),
});
const readAll = (
  [began, ended]: Times,
  before: number,
  events: ReadonlyArray<RecordedEvent>,
  atEnd = true,
  query: LogCall["query"] = {},
): LogCall => ({
  ...{ kind: "readAll", client: "reader", began, ended, query, given: before },
  answer: right({ events, cursor: "x" as Cursor, atEnd }),
});

/** Two appends to one stream, one to another between them, and all kinds of answers that are true. */
const CALLS: ReadonlyArray<Call> = [
  append([1, 10], "a-1", [1, 2], "none", 2),
  append([2, 20], "b-1", [3], "any", 1),
  append([21, 30], "a-1", [4], 2, 3),
];
const SOUND: ReadonlyArray<Call> = [
  ...CALLS,
  append([3, 12], "a-1", [8], "none", conflict(2)),
  append([31, 32], "a-1", [1, 2], "none", 2),
  append([31, 33], "a-1", [1, 9], "any", { code: "EventIdReused", stream: "a-1", id: ONE.id }),
  append([1, 5], "b-1", [], "any", 0),
  append([22, 34], "b-1", [9], 1, unavailable("no answer in time", undefined, true)),
  { ...append([23, 24], "b-1", [7], "any", 2), ended: null, answer: null },
  readStream([1, 4], "a-1", []),
  readStream([4, 9], "a-1", [ONE, TWO]),
  readStream([40, 41], "a-1", [ONE, TWO, FOUR]),
  readAll([4, 9], 0, [ONE, TWO]),
  readAll([22, 29], 2, [THREE, FOUR]),
  readAll([40, 42], 0, [ONE], false, { limit: 1 }),
  readAll([22, 29], 0, [TWO, FOUR], true, { types: ["Even"] }),
  readAll([22, 29], 0, [THREE], true, { categories: ["b"] }),
];

const history = (calls: ReadonlyArray<Call>, log: ReadonlyArray<RecordedEvent> = LOG): History => ({ calls, log });

it("finds nothing in a sound history, with appends in doubt that are not in the log", () => {
  expect(checkHistory(history(SOUND)).map(violationText)).toEqual([]);
});

it("finds nothing where an append in doubt is in the log, late or repeated", () => {
  const inDoubt = append([1, 10], "a-1", [1, 2], "none", unavailable("no answer in time", undefined, true));
  const rest = [...CALLS.slice(1), readStream([11, 12], "a-1", [])];
  expect(checkHistory(history([inDoubt, ...rest])).map(violationText)).toEqual([]);
  const repeated = append([13, 20], "a-1", [1, 2], "none", 2);
  expect(checkHistory(history([inDoubt, repeated, ...rest])).map(violationText)).toEqual([]);
});

const bad: ReadonlyArray<readonly [what: string, code: Violation["code"], History]> = [
  ["an id that stands twice", "IdStoredTwice", history(CALLS, [...LOG, { ...stored(3, "b-1", 2) }])],
  ["two events of a stream that changed places", "VersionOutOfPlace", history(CALLS, [TWO, ONE, THREE, FOUR])],
  [
    "a gap in the versions",
    "VersionOutOfPlace",
    history(
      [...CALLS.slice(0, 2), append([21, 30], "a-1", [4], "any", unavailable("no answer", undefined, true))],
      [ONE, TWO, THREE, { ...FOUR, version: 4 }],
    ),
  ],
  ["an event of nobody", "StoredWithoutAppend", history(CALLS, [...LOG, stored(5, "b-1", 2)])],
  [
    "a refused append that is there",
    "StoredThoughRefused",
    history([...CALLS, append([31, 32], "b-1", [5], 0, conflict(1))], [...LOG, stored(5, "b-1", 2)]),
  ],
  [
    "an append that failed without a doubt, and is there",
    "StoredThoughRefused",
    history([...CALLS, append([31, 32], "b-1", [5], 1, unavailable("busy"))], [...LOG, stored(5, "b-1", 2)]),
  ],
  [
    "an acknowledged append that is not there",
    "AcknowledgedNotStored",
    history([...CALLS, append([31, 32], "b-1", [5], 1, 2)]),
  ],
  [
    "an acknowledged append of which half is there",
    "StoredInPart",
    history([...CALLS, append([31, 32], "b-1", [5, 6], 1, 3)], [...LOG, stored(5, "b-1", 2)]),
  ],
  [
    "an append in doubt of which half is there",
    "StoredInPart",
    history(
      [...CALLS, append([31, 32], "b-1", [5, 6], 1, unavailable("no answer", undefined, true))],
      [...LOG, stored(5, "b-1", 2)],
    ),
  ],
  [
    "an append in another stream than asked for",
    "StoredApart",
    history([...CALLS, append([31, 32], "c-1", [5], "any", 1)], [...LOG, stored(5, "b-1", 2)]),
  ],
  [
    "an append with another between its events",
    "StoredApart",
    history([append([1, 10], "a-1", [1, 4], "none", 3), append([1, 10], "a-1", [2], "any", 2), ...CALLS.slice(1, 2)]),
  ],
  [
    "an event that is not what was given",
    "ContentChanged",
    history(CALLS, [ONE, { ...TWO, data: { n: "2" } }, THREE, FOUR]),
  ],
  ["an answer with another version", "WrongVersion", history([...CALLS, append([31, 32], "b-1", [3], 0, 2)])],
  [
    "`none` where there was a stream",
    "ExpectationIgnored",
    history([...CALLS.slice(0, 2), append([21, 30], "a-1", [4], "none", 3)]),
  ],
  [
    "an append in doubt, carried out where it was not expected",
    "ExpectationIgnored",
    history([...CALLS.slice(0, 2), append([21, 30], "a-1", [4], 1, unavailable("no answer", undefined, true))]),
  ],
  [
    "an empty append that was not expected",
    "ExpectationIgnored",
    history([...CALLS, append([31, 32], "a-1", [], 2, 3)]),
  ],
  [
    "a conflict with the version that was expected",
    "RefusedWithoutCause",
    history([...CALLS, append([31, 32], "a-1", [5], 3, conflict(3))]),
  ],
  [
    "a repetition that is a conflict",
    "RefusedWithoutCause",
    history([...CALLS, append([31, 32], "a-1", [1, 2], "none", conflict(3))]),
  ],
  [
    "an id said to be in use that is not",
    "RefusedWithoutCause",
    history([...CALLS, append([31, 32], "a-1", [5], 3, { code: "EventIdReused", stream: "a-1", id: given(5).id })]),
  ],
  [
    "a repetition said to use an id again",
    "RefusedWithoutCause",
    history([...CALLS, append([31, 32], "b-1", [3], 0, { code: "EventIdReused", stream: "b-1", id: THREE.id })]),
  ],
  [
    "an event refused that keeps every limit",
    "RefusedWithoutCause",
    history([
      ...CALLS,
      append([31, 32], "b-1", [5], 1, { code: "EventRefused", stream: "b-1", reason: "badId", index: 0, path: "id" }),
    ]),
  ],
  [
    "a read that failed for no reason",
    "ReadFailed",
    history([...CALLS, answered(readAll([31, 32], 0, []), left({ code: "CursorRefused", cursor: "x" }))]),
  ],
  [
    "a page of the log that leaves out its last event",
    "PageDiffers",
    history([
      ...CALLS,
      readAll([31, 32], 0, [ONE, TWO, THREE], false),
      readAll([33, 34], 3, [], false),
      readAll([35, 36], 4, [FOUR]),
    ]),
  ],
  ["a page with one event twice", "PageDiffers", history([...CALLS, readAll([31, 32], 0, [ONE, TWO, TWO, FOUR])])],
  ["a page in another order", "PageDiffers", history([...CALLS, readAll([31, 32], 0, [ONE, TWO, FOUR, THREE])])],
  [
    "a page with more than was asked for",
    "PageDiffers",
    history([...CALLS, readAll([31, 32], 0, [...LOG], true, { limit: 3 })]),
  ],
  [
    "a filter that lets everything through",
    "PageDiffers",
    history([...CALLS, readAll([31, 32], 0, [...LOG], true, { types: ["Odd"] })]),
  ],
  ["a page of a stream with a gap", "PageDiffers", history([...CALLS, readStream([31, 32], "a-1", [ONE, FOUR], 3)])],
  [
    "a next page that begins elsewhere",
    "WrongNext",
    history([...CALLS, answered(readStream([31, 32], "b-1", []), right({ events: [THREE], version: 1, next: 2 }))]),
  ],
  ["a version that never was", "VersionNeverThere", history([...CALLS, append([31, 32], "b-1", [5], 1, conflict(9))])],
  ["half an append in a stream", "HalfAnAppendSeen", history([...CALLS, readStream([2, 9], "a-1", [ONE])])],
  ["half an append at the end of the log", "HalfAnAppendSeen", history([...CALLS, readAll([2, 9], 0, [ONE])])],
  [
    "half an append, told by a conflict",
    "HalfAnAppendSeen",
    history([...CALLS, append([2, 9], "a-1", [5], "none", conflict(1))]),
  ],
  [
    "a read that misses what was acknowledged",
    "NotLinearizable",
    history([...CALLS, readStream([31, 32], "a-1", [ONE, TWO])]),
  ],
  [
    "a read that misses what another has read",
    "NotLinearizable",
    history([...CALLS, readStream([2, 4], "a-1", [ONE, TWO]), readStream([5, 6], "a-1", [])]),
  ],
  [
    "a read of the log that misses what was acknowledged",
    "NotLinearizable",
    history([...CALLS, readAll([31, 32], 0, [ONE, TWO])]),
  ],
  [
    "a filtered read of the log that misses what was acknowledged",
    "NotLinearizable",
    history([...CALLS, readAll([31, 32], 0, [], true, { categories: ["b"] })]),
  ],
  [
    "a read of what was not yet appended",
    "NotLinearizable",
    history([...CALLS, readStream([15, 16], "a-1", [ONE, TWO, FOUR])]),
  ],
  [
    "a read of the log from the future",
    "NotLinearizable",
    history([...CALLS, readAll([15, 16], 0, [ONE, TWO, THREE, FOUR])]),
  ],
  [
    "a conflict with a version that was no more",
    "NotLinearizable",
    history([...CALLS, append([31, 32], "a-1", [5], "none", conflict(2))]),
  ],
  [
    "a conflict with a version that was not yet",
    "NotLinearizable",
    history([...CALLS, append([15, 16], "a-1", [5], "none", conflict(3))]),
  ],
  ["an order of the log against that of time", "NotLinearizable", history(CALLS, [ONE, TWO, FOUR, THREE])],
];

it.each(bad)("finds %s: %s", (_, code, broken) => {
  expect(new Set(checkHistory(broken).map((violation) => violation.code))).toEqual(new Set([code]));
});

it("each kind of violation is shown by one of these histories, and told in one line", () => {
  const told = new Map<Violation["code"], string>();
  for (const [, , broken] of bad) for (const found of checkHistory(broken)) told.set(found.code, violationText(found));
  expect([...told.keys()].sort()).toEqual(Object.keys(KINDS).sort());
  for (const [code, text] of told) expect([text.startsWith(`${code}: `), text.includes("\n")]).toEqual([true, false]);
});

/** Written out, so that the types notice one that is missing. */
const KINDS: Readonly<Record<Violation["code"], true>> = {
  IdStoredTwice: true,
  VersionOutOfPlace: true,
  StoredWithoutAppend: true,
  StoredThoughRefused: true,
  AcknowledgedNotStored: true,
  StoredInPart: true,
  StoredApart: true,
  ContentChanged: true,
  WrongVersion: true,
  ExpectationIgnored: true,
  RefusedWithoutCause: true,
  ReadFailed: true,
  PageDiffers: true,
  WrongNext: true,
  VersionNeverThere: true,
  HalfAnAppendSeen: true,
  NotLinearizable: true,
};

it("tells what speaks for an event and what against, so that the fault can be looked for", () => {
  const [found] = checkHistory(history([...CALLS, readStream([31, 32], "a-1", [ONE, TWO])]));
  expect(found && violationText(found)).toBe(
    "NotLinearizable: a-1 had a-1@3 00000000-0000-4000-8000-000000000004 by 30 (writer [21, 30] append 1 to a-1 at 2 → " +
      '{"version":3}, which says so), but not by 31 (reader [31, 32] readStream a-1 {} → ' +
      '{"events":"2 events","version":2,"next":null}, which did not find it, or one before it)',
  );
});
