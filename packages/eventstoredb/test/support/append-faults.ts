import type { ClientPackage } from "@motcua/testkit";
import { describe, expect, it } from "vitest";
import { errorOf, everything, idsIn, newEvent, newEvents, successOf } from "./events.js";
import { failingServer } from "./failing-server.js";

/** What an append answers, and what is then stored, when the server or the way to it fails. */
export const appendFaults = (name: ClientPackage): void => {
  for (const batch of [true, false])
    describe(`an append over ${name}, ${batch ? "batch" : "unary"}`, () => {
      it.each([
        ["is swallowed", { kind: "swallow" }],
        ["is stored, and its answer lost", { kind: "loseAnswer" }],
        ["is cut off before it is stored", { kind: "disconnect", write: "lost" }],
        ["is cut off after it is stored", { kind: "disconnect", write: "done" }],
        ["meets a server that is not ready", { kind: "notReady" }],
        ["meets a server that is away", { kind: "unavailable" }],
      ] as const)("that %s is repeated, and stored once", async (_, fault) => {
        const { double, store: open } = await failingServer(name, batch);
        const store = open();
        successOf(await store.append("a-1", newEvents(1), "none")());
        double.fail("append", fault);
        const events = newEvents(2);
        expect(successOf(await store.append("a-1", events, 1)())).toEqual({ version: 3 });
        expect((await idsIn(store, "a-1")).slice(1)).toEqual(events.map(({ id }) => id));
        const appends = double.journal.filter(({ method }) => method === "append").slice(1);
        expect(appends.length).toBeGreaterThan(1);
        expect(new Set(appends.map(({ ids, expected }) => `${ids} ${expected}`)).size).toBe(1);
      });

      it("goes to the leader that the server names", async () => {
        const { double, store: open } = await failingServer(name, batch);
        const store = open();
        successOf(await store.append("a-1", newEvents(1), "none")());
        double.fail("append", { kind: "notLeader", host: "127.0.0.1", port: double.port }, 2);
        expect(successOf(await store.append("a-1", newEvents(1), 1)())).toEqual({ version: 2 });
      });

      it("that no node takes is known not to be stored", async () => {
        const { double, store: open } = await failingServer(name, batch);
        const store = open({ retryForMs: 200 });
        double.fail("append", { kind: "notLeader", host: "127.0.0.1", port: double.port }, 1_000);
        expect(errorOf(await store.append("a-1", newEvents(1), "none")())).toMatchObject({
          code: "StoreUnavailable",
          inDoubt: false,
        });
      });

      it.each(["none", 0] as const)(
        "under %s that nobody answers is in doubt, and may be repeated",
        async (expected) => {
          const { double, store: open } = await failingServer(name, batch);
          const store = open({ retryForMs: 200 });
          double.fail("append", { kind: "loseAnswer" }, 100);
          const events = newEvents(2);
          const error = errorOf(await store.append("a-1", events, expected)());
          expect(error).toMatchObject({ code: "StoreUnavailable", inDoubt: true });
          double.heal();
          // Another writes meanwhile: under "any", the place would be another now.
          const other = open();
          successOf(await other.append("a-1", newEvents(1), "any")());
          expect(successOf(await store.append("a-1", events, expected)())).toEqual({ version: 2 });
          expect((await idsIn(store, "a-1")).length).toBe(3);
        },
      );

      it.each(["any", "exists"] as const)(
        "under %s that was in doubt is known again, also when others have written since",
        async (expected) => {
          const { double, store: open } = await failingServer(name, batch);
          const [store, other] = [open({ retryForMs: 200 }), open()];
          successOf(await other.append("a-1", newEvents(3), "none")());
          const events = newEvents(2);
          double.fail("append", { kind: "loseAnswer" }, 100);
          for (let n = 0; n < 2; n++)
            expect(errorOf(await store.append("a-1", events, expected)())).toMatchObject({ inDoubt: true });
          double.heal();
          successOf(await other.append("a-1", newEvents(1), "any")());
          const { version } = successOf(await store.append("a-1", events, expected)());
          const stored = await idsIn(store, "a-1");
          expect(stored.filter((id) => id === events[0]?.id || id === events[1]?.id).length).toBe(2);
          expect(stored[version - 1]).toBe(events[1]?.id);
        },
      );

      it("under `any` is known again by another store while its events are the last", async () => {
        const { store: open } = await failingServer(name, batch);
        const events = newEvents(2);
        const first = open();
        successOf(await first.append("a-1", newEvents(3), "none")());
        successOf(await first.append("a-1", events, "any")());
        expect(successOf(await open().append("a-1", events, "any")())).toEqual({ version: 5 });
        expect(successOf(await open().append("a-1", events, "exists")())).toEqual({ version: 5 });
        expect(
          errorOf(
            await open().append(
              "a-1",
              events.map((event) => ({ ...event, type: "Other" })),
              "any",
            )(),
          ),
        ).toMatchObject({
          code: "EventIdReused",
        });
        expect((await everything(first)).length).toBe(5);
      });

      it("of many without a version at once, all are stored in the order sent, however the stream stood", async () => {
        const { store: open } = await failingServer(name, batch);
        const store = open();
        const before = open();
        successOf(await before.append("a-1", newEvents(3), "none")());
        const events = newEvents(40);
        const answers = await Promise.all(events.map((event) => store.append("a-1", [event], "any")()));
        expect(answers.map(successOf).length).toBe(40);
        expect(new Set((await idsIn(store, "a-1")).slice(3))).toEqual(new Set(events.map(({ id }) => id)));
      });

      it("that asks for what no stream can be is a conflict, and never sent", async () => {
        const { double, store: open } = await failingServer(name, batch);
        const store = open();
        successOf(await store.append("a-1", newEvents(2), "none")());
        for (const expected of [-1, 1.5, Number.NaN, 2 ** 53, 2 ** 63])
          for (const events of [newEvents(1), []])
            expect(errorOf(await store.append("a-1", events, expected)())).toMatchObject({
              code: "VersionConflict",
              actual: 2,
            });
        expect(double.journal.filter(({ method }) => method === "append").length).toBe(1);
      });

      it("that is too large for one is refused at the event that is too much, and never sent", async () => {
        const { double, store: open } = await failingServer(name, batch);
        const store = open();
        const events = newEvents(6, { data: { text: "x".repeat(250_000) } });
        for (const expected of ["none", "any"] as const)
          expect(errorOf(await store.append("a-1", events, expected)())).toEqual({
            ...{ code: "EventRefused", stream: "a-1", reason: "appendTooLarge", index: 4, path: "" },
          });
        expect(double.journal.filter(({ method }) => method === "append")).toEqual([]);
        expect(successOf(await store.append("a-1", events.slice(0, 4), "none")())).toEqual({ version: 4 });
      });

      it("is not called a conflict while an earlier attempt may still come", async () => {
        const { double, store: open } = await failingServer(name, batch);
        const store = open({ retryForMs: 500 });
        successOf(await store.append("a-1", newEvents(2), "none")());
        double.fail("append", { kind: "swallow" });
        expect(errorOf(await store.append("a-1", newEvents(1), 5)())).toMatchObject({ inDoubt: true });
      });
    });

  describe(`over ${name}`, () => {
    it("a server that is frozen is waited for no longer than was agreed", async () => {
      const { double, store: open } = await failingServer(name);
      const store = open({ timeoutMs: 200, retryForMs: 400 });
      const events = newEvents(1);
      successOf(await store.append("a-1", newEvents(1), "none")());
      double.freeze();
      const began = Date.now();
      const answers = await Promise.all([
        store.append("a-1", events, 1)(),
        store.readStream("a-1")(),
        store.readAll()(),
        store.head(),
      ]);
      expect(Date.now() - began).toBeLessThan(5_000);
      expect(answers.map((answer) => errorOf<{ readonly code: string }>(answer).code)).toEqual(
        Array(4).fill("StoreUnavailable"),
      );
      double.thaw();
      const again = open({ timeoutMs: 2_000 });
      expect(successOf(await again.append("a-1", events, 1)())).toEqual({ version: 2 });
      expect((await idsIn(again, "a-1")).length).toBe(2);
    });

    it("a server that was started again is used again", async () => {
      const { double, store: open } = await failingServer(name);
      const store = open();
      const events = newEvents(3);
      successOf(await store.append("a-1", events.slice(0, 1), "none")());
      await double.kill();
      const appending = store.append("a-1", events.slice(1), 1)();
      const reading = store.readStream("a-1")();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await double.restart();
      expect(successOf(await appending)).toEqual({ version: 3 });
      expect(successOf(await reading).version).toBeGreaterThan(0);
      expect(await idsIn(store, "a-1")).toEqual(events.map(({ id }) => id));
    });

    it("a server that was away at the first read is read when it comes back", async () => {
      const { double, store: open } = await failingServer(name);
      const store = open();
      await double.kill();
      const reading = store.readAll()();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await double.restart();
      expect(successOf(await reading).atEnd).toBe(true);
    });

    it("a client whose stream of appends has ended is replaced, if there is a way to", async () => {
      const { double, store: open } = await failingServer(name);
      const store = open();
      successOf(await store.append("a-1", newEvents(1), "none")());
      double.fail("append", { kind: "endStream" });
      expect(successOf(await store.append("a-1", newEvents(1), 1)())).toEqual({ version: 2 });
      expect((await idsIn(store, "a-1")).length).toBe(2);
    });

    it("without a way to, its appends stay in doubt, and it can still be closed", async () => {
      const { double, store: open, client } = await failingServer(name);
      const store = open({ retryForMs: 400 }, client());
      successOf(await store.append("a-1", newEvents(1), "none")());
      double.fail("append", { kind: "endStream" });
      expect(errorOf(await store.append("a-1", newEvents(1), 1)())).toMatchObject({ inDoubt: true });
      const began = Date.now();
      await store.close();
      expect(Date.now() - began).toBeLessThan(10_000);
    });

    it("the end of one store leaves the appends of another alone", async () => {
      const { double, store: open } = await failingServer(name);
      // Long enough that no append is repeated because the machine is busy elsewhere.
      const store = open({ timeoutMs: 10_000 });
      let [stored, isOver] = [0, false];
      const writing = Array.from({ length: 32 }, async (_, n) => {
        for (let version = 0; !isOver; version++) {
          successOf(await store.append(`a-${n}`, newEvents(1), version)());
          stored++;
        }
      });
      for (let n = 0; n < 20; n++) {
        const other = open({ timeoutMs: 10_000 });
        successOf(await other.append(`b-${n}`, newEvents(1), "none")());
        await other.close();
      }
      isOver = true;
      await Promise.all(writing);
      expect(double.journal.filter(({ method }) => method === "append").length).toBe(stored + 20);
    });

    it("a client that does not throw on a conflict is understood", async () => {
      const { store: open, client } = await failingServer(name);
      const store = open({}, client("&throwOnAppendFailure=false"));
      const events = newEvents(2);
      successOf(await store.append("a-1", events, "none")());
      expect(errorOf(await store.append("a-1", newEvents(1), "none")())).toEqual({
        code: "VersionConflict",
        stream: "a-1",
        expected: "none",
        actual: 2,
      });
      expect(
        errorOf(await store.append("a-1", [newEvent({ id: events[0]?.id ?? "", type: "Other" })], "none")()),
      ).toMatchObject({
        code: "EventIdReused",
      });
      expect(successOf(await store.append("a-1", newEvents(1), "any")())).toEqual({ version: 3 });
    });
  });
};
