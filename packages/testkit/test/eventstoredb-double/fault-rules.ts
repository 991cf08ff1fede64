import { describe, expect, it } from "vitest";
import { appendOf, doublesFor, lastOf, orSilence, readingOf, SILENCE } from "./doubles.js";
import { type AppendPath, event, until } from "./probe/ask.js";
import type { PACKAGES } from "./probe/client.js";

/** What a client sees of each fault of an append. */
export const appendFaultRules = (name: keyof typeof PACKAGES, path: AppendPath): void => {
  const { start, connect, begin } = doublesWithAnEvent(name, path);

  describe(`an append of ${name}, ${path}, to the double`, () => {
    it("that is swallowed is not done, and never answered", async () => {
      const { double, append, stored } = await begin();
      double.fail("append", { kind: "swallow" });
      expect(await orSilence(append("a", [event(1)], 0n))).toBe(SILENCE);
      expect(lastOf(double, "append")).toMatchObject({ via: path, stream: "a", state: "open" });
      expect(await stored()).toBe(1);
      double.disconnect();
      await until(() => lastOf(double, "append")?.state === "cancelled");
      expect(lastOf(double, "append")?.state).toBe("cancelled");
    });

    it("whose answer is lost is done, and known again", async () => {
      const { double, append, stored } = await begin();
      const events = [event(1)];
      double.fail("append", { kind: "loseAnswer" });
      expect(await orSilence(append("a", events, 0n))).toBe(SILENCE);
      expect(await stored()).toBe(2);
      expect(await append("a", events, 0n)).toBe(1n);
      expect(await stored()).toBe(2);
    });

    it("finds the server unavailable as often as it was told to be", async () => {
      const { double, append } = await begin();
      double.fail("append", { kind: "unavailable" }, 2);
      expect(await append("a", [event(1)], 0n)).toBe("unavailable");
      expect(await append("a", [event(1)], 0n)).toBe("unavailable");
      expect(await append("a", [event(1)], 0n)).toBe(1n);
    });

    it("is told that the server is not ready in the words of its path", async () => {
      const { double, append } = await begin();
      double.fail("append", { kind: "notReady" });
      const told = path === "batch" ? "Could not recognize Server Is Not Ready" : "unavailable";
      expect(await append("a", [event(1)], 0n)).toBe(told);
      expect(await append("a", [event(1)], 0n)).toBe(1n);
    });

    it("is sent to the leader, where the next one goes", async () => {
      const { double, append } = await begin();
      const leader = await start();
      double.fail("append", { kind: "notLeader", host: "127.0.0.1", port: leader.port });
      expect(await append("a", [event(1)], 0n)).toBe("not-leader");
      expect(await append("b", [event(1)], "no_stream")).toBe(0n);
      expect(lastOf(leader, "append")).toMatchObject({ stream: "b", state: "answered" });
    });

    it("loses its connection before it is done, or after", async () => {
      const { double, append, stored } = await begin();
      const dropped = ["unavailable", "cancelled", "code 14"];
      double.fail("append", { kind: "disconnect", write: "lost" });
      expect(dropped).toContain(await append("a", [event(1)], 0n));
      const events = [event(1)];
      double.fail("append", { kind: "disconnect", write: "done" });
      await append("a", events, 0n);
      await until(() => double.journal.filter(({ method }) => method === "append").length === 3);
      expect(await append("a", events, 0n)).toBe(1n);
      expect(await stored()).toBe(2);
    });

    it("that is delayed is overtaken", async () => {
      const { double, append } = await begin();
      double.fail("append", { kind: "delay", ms: 200 });
      const slow = append("a", [event(1)]);
      expect(await append("a", [event(2)])).toBe(1n);
      expect(await slow).toBe(2n);
    });

    it("waits while the server is frozen, and is done when it thaws", async () => {
      const { double, append } = await begin();
      double.freeze();
      const waiting = append("a", [event(1)], 0n);
      expect(await orSilence(waiting)).toBe(SILENCE);
      double.thaw();
      expect(await waiting).toBe(1n);
    });

    it("of a client that comes while the server is frozen waits too", async () => {
      const { double } = await begin();
      double.freeze();
      const waiting = appendOf(connect(double.connectionString), path)("b", [event(1)], "no_stream");
      expect(await orSilence(waiting)).toBe(SILENCE);
      double.thaw();
      expect(await waiting).toBe(0n);
    });

    it("fails while the server is dead, and finds the log as it was when it is back on its port", async () => {
      const { double, append, stored } = await begin();
      await double.kill();
      expect(typeof (await append("a", [event(1)], 0n))).toBe("string");
      await double.restart();
      await untilAnswered(() => append("b", [event(1)]));
      expect(await append("a", [event(1)], 0n)).toBe(1n);
      expect(await stored()).toBe(2);
    });
  });
};

/** What a client sees of the faults that the stream of batch appends alone can have. */
export const batchFaultRules = (name: keyof typeof PACKAGES): void => {
  const { start, connect, begin } = doublesWithAnEvent(name, "batch");

  describe(`a batch append of ${name} to the double`, () => {
    it("is never answered once its stream has ended as if all were well", async () => {
      const { double, append, stored } = await begin();
      double.fail("append", { kind: "endStream" });
      expect(await orSilence(append("a", [event(1)], 0n))).toBe(SILENCE);
      expect(await stored()).toBe(1);
    });

    it("fails with the one before it on the same stream, and is not done", async () => {
      const { double, append, stored } = await begin();
      double.fail("append", { kind: "unavailable" });
      const both = [append("a", [event(1)]), append("a", [event(2)])];
      expect(await Promise.all(both)).toEqual(["unavailable", "unavailable"]);
      expect(await stored()).toBe(1);
    });

    it("has timed out where the clock of the server is ahead by more than its deadline", async () => {
      const ahead = await start({ clock: () => Date.now() + 11_000 });
      expect(await appendOf(connect(ahead.connectionString))("a", [event(1)])).toBe("deadline-exceeded");
    });
  });
};

const doublesWithAnEvent = (name: keyof typeof PACKAGES, path: AppendPath) => {
  const doubles = doublesFor(name);
  const begin = async () => {
    const double = await doubles.start();
    const client = doubles.connect(double.connectionString);
    const append = appendOf(client, path);
    await append("a", [event(0)], "no_stream");
    const stored = async () => (await readingOf(client.readStream("a"))).ids.length;
    return { double, append, stored };
  };
  return { ...doubles, begin };
};

/** Clients take a moment to notice that a server is back. */
const untilAnswered = async (append: () => Promise<unknown>): Promise<void> => {
  for (let tries = 0; tries < 50; tries++) if (typeof (await append()) === "bigint") return;
  throw new Error("the server is not back");
};
