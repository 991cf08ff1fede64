import { type Cursor, START } from "@motcua/event-store";
import type { ClientPackage } from "@motcua/testkit";
import { describe, expect, it } from "vitest";
import type { EventStoreDbClient, WireEvent } from "../../src/index.js";
import { errorOf, everything, idsIn, newEvents, successOf } from "./events.js";
import { failingServer } from "./failing-server.js";

/** What the clients have beside what the adapter needs. */
interface WholeClient extends EventStoreDbClient {
  readonly deleteStream: (stream: string, options: object) => Promise<unknown>;
  readonly tombstoneStream: (stream: string, options: object) => Promise<unknown>;
  readonly setStreamMetadata: (stream: string, metadata: object) => Promise<unknown>;
}

/** What a read answers where the server fails, or has lost something, or holds what is not ours. */
export const readFaults = (name: ClientPackage): void => {
  describe(`a read over ${name}`, () => {
    it.each([
      ["is swallowed", { kind: "swallow", after: 2 }],
      ["breaks off", { kind: "unavailable", after: 2 }],
      ["meets a server that is not ready", { kind: "notReady" }],
    ] as const)("that %s is begun again, and gives each event once", async (_, fault) => {
      const { double, store: open } = await failingServer(name);
      const store = open();
      const events = newEvents(5);
      successOf(await store.append("a-1", events, "none")());
      const ids = events.map(({ id }) => id);
      double.fail("read", fault);
      expect(await idsIn(store, "a-1")).toEqual(ids);
      double.fail("read", fault);
      expect((await everything(store)).map(({ id }) => id)).toEqual(ids);
    });

    it("goes to the leader that the server names", async () => {
      const { double, store: open } = await failingServer(name);
      const store = open();
      successOf(await store.append("a-1", newEvents(5), "none")());
      double.fail("read", { kind: "notLeader", host: "127.0.0.1", port: double.port });
      expect((await idsIn(store, "a-1")).length).toBe(5);
    });

    it("leaves no call behind when its page is full", async () => {
      const { double, store: open } = await failingServer(name);
      const store = open();
      successOf(await store.append("a-1", newEvents(2_000), "none")());
      for (let n = 0; n < 10; n++) {
        successOf(await store.readAll({ limit: 1, types: ["Received"], shard: { number: 0, of: 1 } })());
        successOf(await store.readStream("a-1", { limit: 1 })());
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(double.journal.filter(({ method, state }) => method === "read" && state === "open")).toEqual([]);
    });

    it("refuses a cursor that looks like one and is none: between two events, or beyond the end", async () => {
      const { store: open } = await failingServer(name);
      const store = open();
      successOf(await store.append("a-1", newEvents(3), "none")());
      const [commit = 0n] = (successOf(await store.head()).cursor as string).split("/").map(BigInt);
      for (const place of [commit - 1n, commit + 1n, 2n ** 62n])
        for (const query of [{}, { types: ["Received"] }]) {
          const cursor = `${place}/${place}` as Cursor;
          expect(errorOf(await store.readAll({ after: cursor, ...query })())).toEqual({
            code: "CursorRefused",
            cursor,
          });
        }
    });

    it("refuses a cursor of another kind without asking", async () => {
      const { double, store: open } = await failingServer(name);
      const store = open();
      for (const cursor of ["1", "1/", "/1", "01/1", "1/1/1", "-1/1", "1/1 ", `${2n ** 63n}/0`])
        expect(errorOf(await store.readAll({ after: cursor as Cursor })())).toMatchObject({ code: "CursorRefused" });
      expect(double.journal).toEqual([]);
    });

    it("of a stream that was deleted or cut on the server tells that events are gone", async () => {
      const { store: open, client: make } = await failingServer(name);
      const store = open();
      const client = make() as WholeClient;
      for (const stream of ["deleted-1", "counted-1", "cut-1", "tomb-1"])
        successOf(await store.append(stream, newEvents(4), "none")());
      await client.deleteStream("deleted-1", {});
      await client.setStreamMetadata("counted-1", { maxCount: 2 });
      await client.setStreamMetadata("cut-1", { truncateBefore: 1 });
      await client.tombstoneStream("tomb-1", {});
      await client.dispose();

      for (const stream of ["counted-1", "cut-1", "tomb-1"]) {
        expect(errorOf(await store.readStream(stream)())).toMatchObject({ code: "StoreDamaged" });
        expect(errorOf(await store.readStream(stream, { direction: "backward" })())).toMatchObject({
          code: "StoreDamaged",
        });
      }
      // What is left of it can be read.
      expect(successOf(await store.readStream("counted-1", { from: 3 })()).events.length).toBe(2);
      expect(successOf(await store.readStream("cut-1", { direction: "backward", limit: 3 })()).version).toBe(4);
      expect(errorOf(await store.append("tomb-1", newEvents(1), 4)())).toMatchObject({ code: "StoreDamaged" });
      expect(errorOf(await store.append("deleted-1", newEvents(1), "none")())).toMatchObject({ code: "StoreDamaged" });
      // The log still has them all, until it is scavenged.
      expect((await everything(store)).length).toBe(17);
    });

    it("passes over what other programs wrote, in the log, and says so where it stands in a stream of ours", async () => {
      const { store: open, client: make } = await failingServer(name);
      const store = open();
      const client = make();
      successOf(await store.append("a-1", newEvents(2), "none")());
      const foreign = (type: string, metadata: string): WireEvent => ({
        id: crypto.randomUUID(),
        type,
        contentType: "application/json",
        data: {},
        metadata: new TextEncoder().encode(metadata),
      });
      const at = { expectedRevision: 1n, streamState: 1n, requiresLeader: true } as const;
      await client.appendToStream("a-1", [foreign("Foreign", "{}"), foreign("$>", "{}")], at);
      await client.appendToStream("other", [foreign("Foreign", "[]")], {
        ...at,
        expectedRevision: "no_stream",
        streamState: "no_stream",
      });
      expect((await everything(store)).length).toBe(2);
      expect(errorOf(await store.readStream("a-1")())).toMatchObject({ code: "StoreDamaged" });
      await client.appendToStream("broken", [foreign("Broken", '{"motcua":1}')], {
        ...at,
        expectedRevision: "no_stream",
        streamState: "no_stream",
      });
      expect(errorOf(await store.readAll()())).toMatchObject({ code: "StoreDamaged" });
      await client.dispose();
    });

    it("sees only its own namespace, and every namespace that looks like it is another", async () => {
      const { store: open } = await failingServer(name);
      const [plain, a, ab] = [open(), open({ namespace: "a" }), open({ namespace: "ab" })];
      for (const store of [a, ab, plain]) successOf(await store.append("b-1", newEvents(2), "none")());
      expect((await everything(a)).map(({ stream }) => stream)).toEqual(["b-1", "b-1"]);
      expect(successOf(await ab.readAll({ categories: ["b"] })()).events.length).toBe(2);
      expect((await everything(plain)).map(({ stream }) => stream)).toContain("ab.b-1");
      const startAfter = successOf(await a.head()).cursor;
      const late = open({ namespace: "a", startAfter });
      successOf(await late.append("b-1", newEvents(1), 2)());
      expect(successOf(await late.readAll({ after: START })()).events.length).toBe(1);
      for (const namespace of ["", "a.b", "a-b", "x".repeat(65), "$"])
        expect(() => open({ namespace })).toThrow(RangeError);
    });
  });
};
