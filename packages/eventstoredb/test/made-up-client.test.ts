import type { Cursor } from "@motcua/event-store";
import { describe, expect, it } from "vitest";
import { type EventStoreDbClient, eventStoreDbEventStore } from "../src/index.js";
import { errorOf, newEvents, successOf } from "./support/events.js";

/** A client that answers what no server that was recorded does, but one might. */
const client = (part: Partial<EventStoreDbClient>): EventStoreDbClient => {
  const unexpected = () => {
    throw new Error("not expected");
  };
  return {
    appendToStream: unexpected,
    readStream: unexpected,
    readAll: unexpected,
    subscribeToAll: unexpected,
    dispose: async () => undefined,
    ...part,
  };
};

async function* nothing() {}

describe("a store over a client that", () => {
  it("reads nothing after a place beyond the end refuses that place", async () => {
    const store = eventStoreDbEventStore(client({ readAll: nothing }));
    expect(errorOf(await store.readAll({ after: "5/5" as Cursor })())).toMatchObject({ code: "CursorRefused" });
    expect(successOf(await store.readAll()())).toEqual({ events: [], cursor: "", atEnd: true });
  });

  it("may not write or read says so, and does not ask again", async () => {
    let asked = 0;
    const refuse = () => {
      asked++;
      throw Object.assign(new Error(), { type: "access-denied" });
    };
    const store = eventStoreDbEventStore(
      client({ appendToStream: async () => refuse(), readStream: refuse, readAll: refuse }),
    );
    expect(errorOf(await store.append("a-1", newEvents(1), "none")())).toMatchObject({ code: "AccessDenied" });
    expect(errorOf(await store.readStream("a-1")())).toMatchObject({ code: "AccessDenied" });
    expect(errorOf(await store.readAll()())).toMatchObject({ code: "AccessDenied" });
    expect(errorOf(await store.head())).toMatchObject({ code: "AccessDenied" });
    expect(asked).toBe(4);
  });

  it("fails for no reason that is known leaves an append in doubt, and does not ask again", async () => {
    let asked = 0;
    const fail = async () => {
      asked++;
      throw new Error("odd");
    };
    const store = eventStoreDbEventStore(client({ appendToStream: fail }));
    expect(errorOf(await store.append("a-1", newEvents(1), "none")())).toMatchObject({
      code: "StoreUnavailable",
      inDoubt: true,
    });
    expect(asked).toBe(1);
  });

  it("is told by its server that an append is too large, says so", async () => {
    const tooLarge = async () => {
      throw Object.assign(new Error(), { type: "maximum-append-size-exceeded" });
    };
    const store = eventStoreDbEventStore(client({ appendToStream: tooLarge }));
    expect(errorOf(await store.append("a-1", newEvents(2), "any")())).toMatchObject({
      code: "EventRefused",
      reason: "appendTooLarge",
    });
  });

  it("hangs when it is disposed, or throws, is closed all the same", async () => {
    const ends = [() => new Promise<never>(() => undefined), () => Promise.reject(new Error("odd"))];
    for (const dispose of ends) await eventStoreDbEventStore(client({ dispose })).close();
  });
});
