import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { startEventStoreDbDouble } from "../../src/eventstoredb-double/index.js";
import { appendOf, doublesFor, lastOf, orSilence, readingOf, SILENCE } from "./doubles.js";
import { event, expecting, until } from "./probe/ask.js";
import {
  loadClient,
  PACKAGES,
  type Position,
  type ProbeClient,
  type Recorded,
  type Subscription,
} from "./probe/client.js";

/** What a client sees of the faults of reads and subscriptions, and how it finds and leaves the double. */
export const readRules = (name: keyof typeof PACKAGES): void => {
  const { start, connect } = doublesFor(name);
  const begin = async (count: number) => {
    const double = await start();
    const client = connect(double.connectionString);
    const events = Array.from({ length: count }, (_, n) => event(n));
    await appendOf(client)("a", events, "no_stream");
    return { double, client, ids: events.map(({ id }) => id) };
  };
  const scheme = name === "E" ? "esdb" : "kurrentdb";

  describe(`a read of ${name} from the double`, () => {
    it("breaks off where it was told to", async () => {
      const { double, client, ids } = await begin(5);
      double.fail("read", { kind: "unavailable", after: 2 });
      expect((await readingOf(client.readStream("a"))).end).toBe("unavailable");
      expect(lastOf(double, "read")).toMatchObject({ stream: "a", sent: 2, state: "refused" });
      expect(await readingOf(client.readStream("a"))).toEqual({ ids, end: "end" });
    });

    it("stops without a word where it was told to", async () => {
      const { double, client } = await begin(5);
      double.fail("read", { kind: "swallow", after: 3 });
      expect(await orSilence(readingOf(client.readStream("a")))).toBe(SILENCE);
      expect(lastOf(double, "read")).toMatchObject({ sent: 3, state: "open" });
    });

    it("waits while the server is frozen", async () => {
      const { double, client, ids } = await begin(2);
      double.freeze();
      const reading = readingOf(client.readStream("a"));
      expect(await orSilence(reading)).toBe(SILENCE);
      double.thaw();
      expect((await reading).ids).toEqual(ids);
    });

    it("of a closed stream fails, whatever the script of its name", async () => {
      const client = connect((await start()).connectionString);
      await client.tombstoneStream("Hồ sơ-1", expecting("any"));
      expect((await readingOf(client.readStream("Hồ sơ-1"))).end).toBe("stream-deleted");
    });

    it("is sent no faster than it is taken", async () => {
      const double = await start();
      const client = connect(double.connectionString);
      const append = appendOf(client);
      const text = "x".repeat(1_000);
      for (let n = 0; n < 8; n++)
        await append(
          "long",
          Array.from({ length: 500 }, () => event(n, { data: { text } })),
        );
      const reading = client.readStream("long")[Symbol.asyncIterator]();
      for (let n = 0; n < 100; n++) await reading.next();
      await sleep(300);
      expect(lastOf(double, "read")?.sent).toBeGreaterThanOrEqual(100);
      expect(lastOf(double, "read")?.sent).toBeLessThan(3_500);
      let rest = 100;
      while (!(await reading.next()).done) rest++;
      expect(rest).toBe(4_000);
    });

    it("finds the double by gossip, from seeds and by discovery", async () => {
      const { double, ids } = await begin(2);
      const node = `127.0.0.1:${double.port}`;
      for (const address of [`${scheme}://${node},${node}?tls=false`, `${scheme}+discover://${node}?tls=false`])
        expect((await readingOf(connect(address).readStream("a"))).ids).toEqual(ids);
      expect(double.journal.some(({ method }) => method === "gossip")).toBe(true);
    });
  });

  describe(`a subscription of ${name} to the double`, () => {
    it("hears that its connection is lost, and goes on from its place without a loss or a double", async () => {
      const { double, client, ids } = await begin(2);
      const seen: Recorded[] = [];
      const first = follow(client, seen);
      await until(() => seen.length === 2);
      double.disconnect();
      await until(() => first.errors.length > 0);
      expect(["unavailable", "cancelled"]).toContain(first.errors[0]);

      const later = event(2);
      await retrying(() => client.appendToStream("a", [later], expecting("any")));
      const second = follow(client, seen, seen.at(-1)?.position);
      await until(() => seen.length === 3);
      expect(seen.map(({ id }) => id)).toEqual([...ids, later.id]);
      await second.subscription.unsubscribe();
      await until(() => lastOf(double, "subscribe")?.state === "cancelled");
      expect(double.journal.filter(({ method }) => method === "subscribe").map(({ state }) => state)).toEqual([
        "cancelled",
        "cancelled",
      ]);
    });
  });

  it(`a filter of ${name} that is no regular expression ends the subscription, not the double`, async () => {
    const { double, client } = await begin(1);
    const filter = loadClient(name).streamNameFilter({ regex: "[" });
    const errors: unknown[] = [];
    client.subscribeToAll({ filter }).on("error", ({ type }: { readonly type?: string }) => errors.push(type));
    await until(() => errors.length > 0);
    expect(errors).toEqual(["unknown"]);
    expect(lastOf(double, "subscribe")?.state).toBe("refused");
    expect((await readingOf(client.readStream("a"))).ids.length).toBe(1);
  });

  describe(`the double for ${name}`, () => {
    it("without BatchAppend is appended to one by one", async () => {
      const double = await start({ batchAppend: false });
      expect(await appendOf(connect(double.connectionString))("a", [event(1)])).toBe(0n);
      expect(lastOf(double, "append")).toMatchObject({ via: "unary", state: "answered" });
    });

    it("frees its port when it stops", async () => {
      const double = await start();
      await double.stop();
      const next = createServer().listen(double.port, "127.0.0.1");
      await once(next, "listening");
      next.close();
      await once(next, "close");
    });

    it("refuses to load the other package beside it", async () => {
      await start();
      await expect(startEventStoreDbDouble({ client: PACKAGES[name === "E" ? "K" : "E"] })).rejects.toThrow(
        "start another process",
      );
    });
  });
};

const follow = (client: ProbeClient, seen: Recorded[], from?: Position) => {
  const subscription: Subscription = client.subscribeToAll({ fromPosition: from ?? "start" });
  const errors: unknown[] = [];
  subscription.on("error", (error: { readonly type?: string }) => errors.push(error.type));
  subscription.on("data", ({ event }: { readonly event?: Recorded }) => {
    if (event?.streamId === "a") seen.push(event);
  });
  return { subscription, errors };
};

/** The first calls after a lost connection may find the old one. */
const retrying = async (call: () => Promise<unknown>): Promise<void> => {
  for (let tries = 0; ; tries++) {
    try {
      await call();
      return;
    } catch (error) {
      if (tries === 20) throw error;
    }
  }
};
