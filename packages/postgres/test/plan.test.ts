import type { RecordedEvent, WriteRequest } from "@motcua/event-store";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { NOTHING_SEEN, type Seen } from "../src/look.js";
import { plan } from "../src/plan.js";
import { eventsFor } from "./support/events.js";
import { requestFor } from "./support/requests.js";

const placesOf = (requests: ReadonlyArray<WriteRequest>, seen: Seen): ReadonlyArray<string> =>
  plan(requests, seen).rows.map(({ stream, version }) => `${stream} ${version}`);
const answersOf = (requests: ReadonlyArray<WriteRequest>, seen: Seen): ReadonlyArray<unknown> =>
  plan(requests, seen).answers.map((answer) => (isRight(answer) ? answer.right.version : answer.left.code));
const standing = (versions: Readonly<Record<string, number>>, known: ReadonlyArray<RecordedEvent> = []): Seen => ({
  versions: new Map(Object.entries(versions)),
  known: new Map(known.map((event) => [event.id, event])),
});

describe("a plan", () => {
  it("takes a stream that was not looked for to stand where it is expected", () => {
    const requests = [requestFor("a-1", 2, 7), requestFor("b-1", 1, "none")];
    expect(placesOf(requests, NOTHING_SEEN)).toEqual(["a-1 8", "a-1 9", "b-1 1"]);
    expect(answersOf(requests, NOTHING_SEEN)).toEqual([9, 1]);
  });

  it("decides each request as if those before it had been carried out", () => {
    const requests = [
      requestFor("a-1", 2, 3),
      requestFor("a-1", 1, 3),
      requestFor("a-1", 1, 5),
      requestFor("a-1", 1, "any"),
      requestFor("a-1", 1, "none"),
    ];
    expect(answersOf(requests, standing({ "a-1": 3 }))).toEqual([5, "VersionConflict", 6, 7, "VersionConflict"]);
    expect(placesOf(requests, standing({ "a-1": 3 }))).toEqual(["a-1 4", "a-1 5", "a-1 6", "a-1 7"]);
  });

  it("answers a repetition within the group as the first time, and writes it once", () => {
    const request = requestFor("a-1", 2, "none");
    expect(answersOf([request, request], NOTHING_SEEN)).toEqual([2, 2]);
    expect(placesOf([request, request], NOTHING_SEEN)).toEqual(["a-1 1", "a-1 2"]);
  });

  it("refuses an id that is used twice in the group", () => {
    const [first, second] = [requestFor("a-1", 1, "none"), requestFor("b-1", 1, "none")];
    expect(answersOf([first, { ...second, events: first.events }], NOTHING_SEEN)).toEqual([1, "EventIdReused"]);
  });

  it("answers what the log holds already, wherever the stream stands now", () => {
    const [event] = eventsFor(1);
    if (event === undefined) throw new Error("no event");
    const stored = { ...event, stream: "a-1", version: 3, recordedAt: 0 };
    const request = { ...requestFor("a-1", 1, 2), events: [{ ...event, data: '{"n":0}', meta: "{}" }] };
    expect(answersOf([request], standing({ "a-1": 9 }, [stored]))).toEqual([3]);
    expect(answersOf([{ ...request, expected: 1 }], standing({ "a-1": 9 }, [stored]))).toEqual(["VersionConflict"]);
    expect(placesOf([request], standing({ "a-1": 9 }, [stored]))).toEqual([]);
  });

  it("takes copies as they are, and after a look only the next of their streams", () => {
    const copies = requestFor("a-1", 2, "any").events.map((event, n) => ({
      ...event,
      ...{ stream: "a-1", version: 4 + n, recordedAt: 9 },
    }));
    expect(placesOf([{ events: copies }], NOTHING_SEEN)).toEqual(["a-1 4", "a-1 5"]);
    expect(answersOf([{ events: copies }], standing({ "a-1": 3 }))).toEqual([5]);
    expect(answersOf([{ events: copies }], standing({ "a-1": 4 }))).toEqual(["VersionConflict"]);
  });
});
