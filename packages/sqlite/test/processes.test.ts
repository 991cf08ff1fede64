import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { RecordedEvent } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { type Child, hasPrinted, start } from "../../../scripts/child/child.js";
import type { SqliteEventStore } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { program } from "./support/program.js";
import { everything, expectContiguousVersions, expectSound, expectWholeAppends } from "./support/read.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();

const begun = async (name: string, ...words: ReadonlyArray<string>): Promise<Child> => {
  const child = start(process.execPath, program(name, ...words));
  await hasPrinted(child, "\n");
  return child;
};

const killed = async ({ process: child, output, ended }: Child): Promise<ReadonlyArray<string>> => {
  child.kill("SIGKILL");
  expect((await ended).signal).toBe("SIGKILL");
  return output().split("\n").slice(0, -1);
};

const placesOf = (log: ReadonlyArray<RecordedEvent>): ReadonlyArray<string> =>
  log.map(({ stream, version, id }) => `${stream} ${version} ${id}`);

const answered = async <A>(work: () => Promise<A>): Promise<{ readonly answer: A; readonly ms: number }> => {
  const began = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - began };
};

describe("one process writes, others read", () => {
  it("each of four readers is shown all of it, once and in order, whether it follows or comes back with its cursor", async () => {
    const file = newFile();
    const writer = await begun("writer-child.ts", file, "11");
    const ways = ["follow", "follow", "again", "again"];
    const readers = await Promise.all(ways.map((how) => begun("reader-child.ts", file, how)));
    await sleep(700);
    await killed(writer);
    const store = await opened({ file });
    expect(await store.append("end-1", eventsFor(1, { type: "Ended" }), "none")()).toMatchObject({ _tag: "Right" });
    const digest = createHash("sha256")
      .update(`${placesOf(await everything(store)).join("\n")}\n`)
      .digest("hex");
    for (const reader of readers) {
      expect(await reader.ended).toEqual({ code: 0, signal: null });
      expect(reader.output()).toBe(`reading\n${digest}`);
    }
    await store.close();
  });

  it("what was acknowledged there can be read here at once", async () => {
    const file = newFile();
    const writer = await begun("writer-child.ts", file, "12", "thread");
    const store = await opened({ file, mode: "readOnly" });
    for (let look = 0; look < 100; look++) {
      const acknowledged = writer.output().split("\n").at(-2) ?? "";
      const [stream = "", version = "", id] = acknowledged.split(" ");
      const page = await store.readStream(stream, { from: Number(version), limit: 1 })();
      expect(isLeft(page) ? page.left : page.right.events[0]?.id).toBe(id);
      await sleep(2);
    }
    await killed(writer);
    await store.close();
  });

  it("neither waits for the other: not a writer for a reader that stays where it was, not a reader for a writer", async () => {
    const file = newFile();
    const store = await opened({ file, busyTimeoutMs: 0 });
    await store.append("a-1", eventsFor(1), "none")();
    for (const as of ["reader", "writer"]) {
      const holder = await begun("holding-child.ts", file, "60000", as);
      if (as === "reader")
        for (let n = 0; n < 50; n++)
          expect(await store.append("a-1", eventsFor(100), "any")()).toMatchObject({ _tag: "Right" });
      expect(await store.head()).toMatchObject({ right: { events: 5_001 } });
      expect((await everything(store)).length).toBe(5_001);
      await killed(holder);
    }
    await store.close();
  });
});

describe("several processes write", () => {
  it("all that was acknowledged to any of them is there, whole and in order", async () => {
    const file = newFile();
    const writers = await Promise.all(
      ["21", "22", "23"].map((seed, n) => begun("writer-child.ts", file, seed, n === 1 ? "thread" : "inline")),
    );
    await sleep(700);
    const acknowledged = (await Promise.all(writers.map(killed))).flat();
    const store = await opened({ file });
    const log = await everything(store);
    const places = new Set(placesOf(log));
    expect(acknowledged.filter((place) => !places.has(place))).toEqual([]);
    expectWholeAppends(log);
    expectContiguousVersions(log);
    await expectSound(store);
    await store.close();
  });

  it.each(["inline", "thread"] as const)("one that is busy is waited for (%s)", async (commits) => {
    const file = newFile();
    const store = await opened({ file, commits });
    await begun("holding-child.ts", file, "300");
    expect(await store.append("a-1", eventsFor(1), "none")()).toMatchObject({ right: { version: 1 } });
    await store.close();
  });

  it.each(["inline", "thread"] as const)(
    "but not for longer than was said, and then nothing is in doubt (%s)",
    async (commits) => {
      const file = newFile();
      const store = await opened({ file, commits, busyTimeoutMs: 2_000 });
      await store.append("a-1", eventsFor(1), "none")();
      const holder = await begun("holding-child.ts", file, "60000");

      const answers = await startedOneAfterAnother(store, 10);
      for (const { answer } of answers)
        expect(answer).toMatchObject({
          left: { code: "StoreUnavailable", inDoubt: false, detail: expect.stringContaining("another process holds") },
        });
      // Those behind others would have waited three times as long.
      expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(5_000);

      await killed(holder);
      expect(await store.head()).toMatchObject({ right: { events: 1 } });
      expect(await store.append("a-1", eventsFor(1), 1)()).toMatchObject({ right: { version: 2 } });
      await begun("holding-child.ts", file, "300");
      expect(await store.append("a-1", eventsFor(1), 2)()).toMatchObject({ right: { version: 3 } });
      await store.close();
    },
  );

  it("who opens a file that another holds waits no longer either", async () => {
    const file = newFile();
    await (await opened({ file })).close();
    const holder = await begun("holding-child.ts", file, "60000");
    await expect(opened({ file, busyTimeoutMs: 200 })).rejects.toThrow(/StoreUnavailable: another process holds/);
    await (await opened({ file, busyTimeoutMs: 200, mode: "readOnly" })).close();
    await killed(holder);
  });
});

const startedOneAfterAnother = async (store: SqliteEventStore, count: number) => {
  const begun = [];
  for (let n = 0; n < count; n++) {
    begun.push(answered(store.append(`b-${n}`, eventsFor(1), "none")));
    await sleep(30);
  }
  return Promise.all(begun);
};
