import { describe, expect, it } from "vitest";
import type { Signal } from "../../src/eventstoredb-double/log/follow.js";
import { everything, granted, newLog, several } from "./model.js";

/** The next signals, as many as asked for. */
const take = async (signals: AsyncIterator<Signal>, count: number): Promise<ReadonlyArray<Signal>> => {
  const taken: Signal[] = [];
  while (taken.length < count) {
    const next = await signals.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
};

const kinds = (signals: ReadonlyArray<Signal>) => signals.map(({ kind }) => kind);

const nothing = { on: "stream", match: { prefixes: ["no such stream"] } } as const;
const PAGES = { after: "start", window: 32, checkpointInterval: 32 } as const;

describe("a subscription to the double's whole log", () => {
  it("tells what is there, that it has caught up, and what comes", async () => {
    const log = newLog();
    granted(log.append("a", several(1), "any"));
    const signals = granted(log.followAll(PAGES, new AbortController().signal))[Symbol.asyncIterator]();
    expect(kinds(await take(signals, 4))).toEqual(["event", "event", "event", "caughtUp"]);
    const next = take(signals, 2);
    const events = several(2);
    granted(log.append("a", events, "any"));
    expect(await next).toMatchObject(events.map(({ id }) => ({ kind: "event", event: { id } })));
  });

  it("begins after its position", async () => {
    const log = newLog();
    granted(log.append("a", several(2), "any"));
    const after = everything(log).at(-2)?.position ?? 0n;
    const signals = granted(log.followAll({ ...PAGES, after }, new AbortController().signal));
    expect(await take(signals[Symbol.asyncIterator](), 2)).toMatchObject([
      { kind: "event", event: { revision: 1n } },
      { kind: "caughtUp" },
    ]);
  });

  it.each([96, 97, 127])("with a filter tells its place after each whole page of a history of %i", async (count) => {
    const log = newLog();
    granted(log.append("a", several(count - everything(log).length), "any"));
    const signals = granted(log.followAll({ ...PAGES, filter: nothing }, new AbortController().signal));
    const began = (index: number) => ({ kind: "checkpoint", commit: everything(log)[index]?.position, prepare: 0n });
    expect(await take(signals[Symbol.asyncIterator](), 4)).toEqual([
      began(0),
      began(32),
      began(64),
      { kind: "caughtUp" },
    ]);
  });

  it("and live after so many events, counting on from history", async () => {
    const log = newLog();
    for (let n = 0; n < 98; n++) granted(log.append("a", several(1), "any"));
    const query = { ...PAGES, checkpointInterval: 64, filter: nothing };
    const signals = granted(log.followAll(query, new AbortController().signal))[Symbol.asyncIterator]();
    expect(kinds(await take(signals, 2))).toEqual(["checkpoint", "caughtUp"]);
    granted(log.append("a", several(40), "any"));
    const last = everything(log)[64 + 64 - 1]?.position;
    expect(await take(signals, 1)).toEqual([{ kind: "checkpoint", commit: last, prepare: last }]);
  });

  it("without a filter tells no place", async () => {
    const log = newLog();
    granted(log.append("a", several(98), "any"));
    const signals = granted(log.followAll(PAGES, new AbortController().signal));
    const taken = kinds(await take(signals[Symbol.asyncIterator](), 101));
    expect(taken.filter((kind) => kind !== "event")).toEqual(["caughtUp"]);
  });

  it("ends when its signal aborts", async () => {
    const gone = new AbortController();
    const signals = granted(newLog().followAll({ ...PAGES, after: "end" }, gone.signal))[Symbol.asyncIterator]();
    expect(kinds(await take(signals, 1))).toEqual(["caughtUp"]);
    const next = signals.next();
    gone.abort();
    expect((await next).done).toBe(true);
  });
});

describe("a subscription to a stream of the double", () => {
  it("waits for a stream that is not there, and ends with one that is closed", async () => {
    const log = newLog();
    const following = log.followStream({ stream: "a", after: "start" }, new AbortController().signal);
    const signals = following[Symbol.asyncIterator]();
    expect(kinds(await take(signals, 1))).toEqual(["caughtUp"]);
    granted(log.append("b", several(1), "any"));
    granted(log.append("a", several(2), "any"));
    expect(await take(signals, 2)).toMatchObject([{ event: { revision: 0n } }, { event: { revision: 1n } }]);
    granted(log.tombstone("a", "any"));
    expect(kinds(await take(signals, 2))).toEqual(["closed"]);
  });

  it("leaves out what has been deleted", async () => {
    const log = newLog();
    granted(log.append("a", several(2), "any"));
    granted(log.softDelete("a", "any"));
    granted(log.append("a", several(1), "any"));
    const following = log.followStream({ stream: "a", after: "start" }, new AbortController().signal);
    expect(await take(following[Symbol.asyncIterator](), 2)).toMatchObject([
      { kind: "event", event: { revision: 2n } },
      { kind: "caughtUp" },
    ]);
  });
});
