import { setTimeout as sleep } from "node:timers/promises";
import type { EventStore, ReadError, Subscription } from "@motcua/event-store";
import type { ClientPackage } from "@motcua/testkit";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { newEvents, successOf } from "./events.js";
import { failingServer } from "./failing-server.js";

/** What a subscription delivers when the server or the way to it fails, and what it leaves behind. */
export const liveFaults = (name: ClientPackage): void => {
  describe(`a subscription over ${name}`, () => {
    it("gives everything once and in order, while the server is away and back five times", async () => {
      const { double, store: open } = await failingServer(name);
      const [reader, writer] = [open(), open()];
      const following = followed(reader);
      const written: string[] = [];
      for (let round = 0; round < 5; round++) {
        for (let n = 0; n < 20; n++) {
          const events = newEvents(2);
          successOf(await writer.append(`a-${n % 3}`, events, "any")());
          written.push(...events.map(({ id }) => id));
        }
        if (round % 2 === 0) double.disconnect();
        else {
          await double.kill();
          await sleep(100);
          await double.restart();
        }
      }
      await following.until(written.length);
      expect(following.ids).toEqual(written);
      await following.end();
    });

    it("is heard again after its call at the server has died, also of what came in between", async () => {
      const { double, store: open } = await failingServer(name);
      const [reader, writer] = [open(), open()];
      const following = followed(reader);
      successOf(await writer.append("a-1", newEvents(1), "any")());
      await following.until(1);
      for (const kind of ["unavailable", "endStream"] as const) {
        double.fail("subscribe", { kind }, 2);
        double.disconnect();
        const before = following.ids.length;
        successOf(await writer.append("a-1", newEvents(3), "any")());
        await following.until(before + 3);
      }
      expect(new Set(following.ids).size).toBe(7);
      await following.end();
    });

    it("hears another store within a second, and asks for nothing while nothing comes", async () => {
      const { double, store: open } = await failingServer(name);
      const [reader, writer] = [open(), open()];
      const following = followed(reader, { types: ["Wanted"] });
      successOf(await writer.append("a-1", newEvents(3), "any")());
      await sleep(300);
      const reads = () => double.journal.filter(({ method }) => method === "read").length;
      const before = reads();
      successOf(await writer.append("a-1", newEvents(30, { type: "Other" }), "any")());
      await sleep(300);
      expect(reads() - before).toBeLessThan(3);
      successOf(await writer.append("a-1", newEvents(1, { type: "Wanted" }), "any")());
      await following.until(1, 1_000);
      await following.end();
    });

    it("reads once for each time that something comes", async () => {
      const { double, store: open } = await failingServer(name);
      const store = open();
      const following = followed(store);
      for (let n = 0; n < 20; n++) {
        successOf(await store.append("a-1", newEvents(5), n * 5)());
        await following.until((n + 1) * 5);
        await sleep(15);
      }
      // The head and the subscription's first two looks come on top.
      expect(double.journal.filter(({ method }) => method === "read").length).toBeLessThan(26);
      await following.end();
    });

    it("is not sent what comes while its consumer is busy", async () => {
      const { double, store: open } = await failingServer(name);
      const [reader, writer] = [open(), open()];
      const ending = new AbortController();
      successOf(await writer.append("a-1", newEvents(1), "any")());
      let events = 0;
      for await (const page of reader.subscribe({ signal: ending.signal })) {
        events += successOf(page).events.length;
        if (events === 2) {
          for (let n = 0; n < 20; n++) successOf(await writer.append("a-1", newEvents(100), "any")());
          await sleep(200);
          const sent = double.journal.find(({ method }) => method === "subscribe")?.sent ?? 0;
          expect(sent).toBeLessThan(1_000);
        }
        if (events === 2_002) break;
        if (events === 1) setTimeout(() => void writer.append("a-1", newEvents(1), "any")(), 100);
      }
    });

    it("tells of a server that stays away, once, and ends", async () => {
      const { double, store: open } = await failingServer(name);
      const reader = open({ retryForMs: 20, reconnectForMs: 800 });
      const following = followed(reader);
      await sleep(200);
      const began = performance.now();
      await double.kill();
      const faults = await following.ended;
      expect(faults.map(({ code }) => code)).toEqual(["StoreUnavailable"]);
      const waited = performance.now() - began;
      expect(waited).toBeGreaterThan(700);
      expect(waited).toBeLessThan(5_000);
      await double.restart();
    });

    it("leaves no call behind, ended by its signal or by leaving the loop", async () => {
      const { double, store: open } = await failingServer(name);
      const reader = open();
      successOf(await reader.append("a-1", newEvents(5), "any")());
      for (let n = 0; n < 5; n++) {
        const following = followed(reader, { limit: 2 });
        await following.until(5);
        await following.end();
        for await (const page of reader.subscribe({ limit: 2, signal: new AbortController().signal })) {
          successOf(page);
          break;
        }
      }
      await sleep(200);
      const open2 = double.journal.filter(({ method, state }) => method !== "append" && state === "open");
      expect(open2).toEqual([]);
    });
  });
};

/** Follows a store's log, and gathers the ids. */
const followed = (store: EventStore, query: Omit<Subscription, "signal"> = {}) => {
  const ending = new AbortController();
  const ids: string[] = [];
  const reading = async (): Promise<ReadonlyArray<ReadError>> => {
    const faults: ReadError[] = [];
    for await (const page of store.subscribe({ ...query, signal: ending.signal })) {
      if (isLeft(page)) faults.push(page.left);
      else ids.push(...page.right.events.map(({ id }) => id));
    }
    return faults;
  };
  const ended = reading();
  return {
    ids,
    ended,
    until: async (count: number, ms = 10_000): Promise<void> => {
      const giveUpAt = Date.now() + ms;
      while (ids.length < count && Date.now() < giveUpAt) await sleep(5);
      expect(ids.length).toBe(count);
    },
    end: async (): Promise<void> => {
      ending.abort();
      expect(await ended).toEqual([]);
    },
  };
};
