import { setTimeout as sleep } from "node:timers/promises";
import * as fc from "fast-check";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import {
  catchUp,
  inMemoryEventStore,
  inMemoryViewStore,
  keepUp,
  type Projection,
  project,
  type RunProgress,
  readView,
  rebuild,
  type ViewStore,
} from "../../src/index.js";
import { add, type Counts, counts, logOf, plain, STREAMS, success } from "./support.js";

const foldOf = async (log: Parameters<typeof project>[0]) => plain(success(await project(log, counts)()));

it("a view that was caught up is the fold of the log, whatever the parts and however often", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom(...STREAMS), { maxLength: 30 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 8 }),
      async (batches, parts) => {
        const [log, views] = [inMemoryEventStore(), inMemoryViewStore()];
        for (const batch of batches) {
          await add(log, batch);
          await add(log, batch.slice(0, 3), "Other");
          success(await catchUp(log, views, counts, { parts })());
          expect(plain(success(await readView(log, views, counts)()))).toEqual(await foldOf(log));
        }
        const saved = success(await views.parts()());
        expect(saved).toHaveLength(parts);
        expect(saved.reduce((sum, { checkpoint }) => sum + (checkpoint?.folded ?? 0), 0)).toBe(
          (await foldOf(log))?.all,
        );
      },
    ),
    { numRuns: 100 },
  );
});

it("a view is read as of the end of the log, though nobody has folded the last events", async () => {
  const [log, views] = [await logOf(40), inMemoryViewStore()];
  success(await catchUp(log, views, counts)());
  await add(log, STREAMS);
  expect(plain(success(await readView(log, views, counts)()))).toEqual(await foldOf(log));
});

it("a view that was never built is null", async () => {
  expect(await readView(await logOf(3), inMemoryViewStore(), counts)()).toMatchObject({ right: null });
});

it("a projection that cannot be joined is folded in one part", async () => {
  const { concat: _, ...alone } = counts;
  const views = inMemoryViewStore();
  success(await catchUp(await logOf(9), views, alone, { parts: 4 })());
  expect(success(await views.parts()())).toHaveLength(1);
});

it("a rebuilt view is the one that was kept up, byte for byte", async () => {
  const [log, views] = [inMemoryEventStore(), inMemoryViewStore()];
  const bytes = async () => {
    const parts = success(await views.parts()()).filter(({ serves }) => serves);
    return Promise.all(parts.map(async (part) => success(await views.load(part)())));
  };
  for (let n = 0; n < 9; n++) {
    await add(log, STREAMS.slice(n, n + 4));
    success(await catchUp(log, views, counts)());
  }
  const kept = await bytes();
  expect(success(await rebuild(log, views, counts)()).build).toBe(2);
  expect(await bytes()).toEqual(kept);
});

it("the one that serves goes on serving while another one is built", async () => {
  const [log, views] = [await logOf(30), inMemoryViewStore()];
  success(await catchUp(log, views, counts)());
  const wanted = await foldOf(log);
  let read = 0;
  const watched: ViewStore = {
    ...views,
    save: (lease, change) => async () => {
      expect(plain(success(await readView(log, views, counts)()))).toEqual(wanted);
      read++;
      return views.save(lease, change)();
    },
  };
  success(await rebuild(log, watched, counts)());
  expect(read).toBeGreaterThanOrEqual(4);
  expect(success(await views.parts()()).map(({ build }) => build)).toEqual([2, 2, 2, 2]);
});

it("a new version is built beside the old one, whose readers are served until it is there", async () => {
  const [log, views] = [await logOf(30), inMemoryViewStore()];
  success(await catchUp(log, views, counts)());
  const newer: Required<Projection<number>> = {
    ...counts,
    version: 2,
    empty: () => 0,
    step: (all) => all + 1,
    concat: (a, b) => a + b,
  };
  const ended = new AbortController();
  ended.abort();
  success(await catchUp(log, views, newer, { signal: ended.signal })());
  expect(plain(success(await readView(log, views, counts)()))).toEqual(await foldOf(log));
  expect(success(await readView(log, views, newer)())).toBeNull();
  success(await catchUp(log, views, newer)());
  expect(success(await readView(log, views, newer)())).toBe(30);
  expect(success(await readView(log, views, counts)())).toBeNull();
});

it("several workers share the parts, and each event is counted once", async () => {
  const [log, views] = [await logOf(3_000), inMemoryViewStore()];
  const folded = new Map<string, number>();
  const worker = (owner: string) =>
    catchUp(log, views, counts, {
      owner,
      parts: 8,
      saveEveryMs: 0,
      progress: ({ folded: events }: RunProgress) => folded.set(owner, events),
    })();
  for (const answer of await Promise.all(["a", "b", "c"].map(worker))) success(answer);
  expect(plain(success(await readView(log, views, counts)()))).toEqual(await foldOf(log));
  expect([...folded.keys()].sort()).toEqual(["a", "b", "c"]);
});

it("two who work in one process without a name are two workers", async () => {
  const [log, views] = [await logOf(3_000), inMemoryViewStore()];
  const lost: string[] = [];
  const watched: ViewStore = {
    ...views,
    save: (lease, change) => async () => {
      const saved = await views.save(lease, change)();
      if (isLeft(saved)) lost.push(saved.left.code);
      return saved;
    },
  };
  const both = await Promise.all([1, 2].map(() => catchUp(log, watched, counts, { parts: 2, saveEveryMs: 0 })()));
  for (const answer of both) success(answer);
  expect(lost).toEqual([]);
});

/** A worker that is killed in the midst: nothing that it does from then on is written. */
const killedAfter = (views: ViewStore, saves: number): ViewStore => {
  let left = saves;
  return {
    ...views,
    save: (lease, change) => (left-- > 0 ? views.save(lease, change) : () => new Promise(() => undefined)),
  };
};

it("a worker that is killed is taken over when its lease is over, without a double count", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 5 }), async (deaths) => {
      let now = 0;
      const [log, views] = [await logOf(50), inMemoryViewStore(() => now)];
      for (const [n, saves] of deaths.entries()) {
        await add(log, STREAMS.slice(0, n + 2));
        const options = { owner: `worker ${n}`, saveEveryMs: 0, leaseMs: 1_000 };
        const run = catchUp(log, killedAfter(views, saves), counts, options)();
        await Promise.race([run, sleep(5)]);
        now += 2_000;
        const seen = success(await readView(log, views, counts)());
        if (seen !== null) expect(plain(seen)).toEqual(await foldOf(log));
      }
      success(await catchUp(log, views, counts, { owner: "last" })());
      expect(plain(success(await readView(log, views, counts)()))).toEqual(await foldOf(log));
    }),
    { numRuns: 60 },
  );
});

it("a worker whose part was taken over writes nothing more", async () => {
  let now = 0;
  const [log, views] = [await logOf(50), inMemoryViewStore(() => now)];
  let paused = true;
  const slow: ViewStore = {
    ...views,
    save: (lease, change) => async () => {
      while (paused) await sleep(1);
      return views.save(lease, change)();
    },
  };
  const late = catchUp(log, slow, counts, { owner: "slow", parts: 1, leaseMs: 1_000 })();
  await sleep(5);
  now += 2_000;
  await add(log, STREAMS);
  success(await catchUp(log, views, counts, { owner: "quick" })());
  const bytes = success(await views.load(success(await views.parts()())[0] ?? fail())());
  paused = false;
  success(await late);
  expect(success(await views.load(success(await views.parts()())[0] ?? fail())())).toEqual(bytes);
});

const fail = (): never => {
  throw new Error("there must be a part");
};

it("an event that the fold breaks on stops its part alone, is told with its reason, and a fold put right goes on", async () => {
  const [log, views] = [await logOf(60), inMemoryViewStore()];
  const broken: Required<Projection<Counts>> = {
    ...counts,
    step: (view, event) => {
      if (event.stream === "dossier-3" && event.version === 2) throw new Error("không đọc được");
      return counts.step(view, event);
    },
  };
  const stopped = await catchUp(log, views, broken)();
  expect(stopped).toMatchObject({ left: { code: "ProjectionStopped" } });
  const dead = { stream: "dossier-3", version: 2, type: "T", reason: "không đọc được", at: expect.any(Number) };
  const letters = success(await views.parts()()).map(({ deadLetter }) => deadLetter);
  expect(letters.filter((letter) => letter !== null)).toEqual([dead]);
  const folded = success(await views.parts()()).filter(({ checkpoint }) => checkpoint !== null);
  expect(folded).toHaveLength(3);
  expect(success(await readView(log, views, counts)())).toBeNull();

  success(await catchUp(log, views, counts)());
  expect(plain(success(await readView(log, views, counts)()))).toEqual(await foldOf(log));
  expect(success(await views.parts()()).every(({ deadLetter }) => deadLetter === null)).toBe(true);
});

it("while a part of a view that serves stands still, the view is not read", async () => {
  const [log, views] = [await logOf(10), inMemoryViewStore()];
  success(await catchUp(log, views, counts)());
  await add(log, ["poison-1"]);
  const broken: Required<Projection<Counts>> = {
    ...counts,
    step: (view, event) => {
      if (event.stream === "poison-1") throw new Error("poison");
      return counts.step(view, event);
    },
  };
  await catchUp(log, views, broken)();
  expect(await readView(log, views, counts)()).toMatchObject({ left: { code: "ProjectionStopped" } });
});

it("a view of another log is not taken for ours", async () => {
  const views = inMemoryViewStore();
  success(await catchUp(await logOf(30), views, counts)());
  await sleep(2);
  const other = await logOf(50);
  expect(success(await readView(other, views, counts)())).toBeNull();
  success(await catchUp(other, views, counts)());
  expect(plain(success(await readView(other, views, counts)()))).toEqual(await foldOf(other));
});

it("is kept up with what comes, by several workers, until the signal", async () => {
  const [log, views] = [await logOf(20), inMemoryViewStore()];
  const ended = new AbortController();
  const options = { saveEveryMs: 5, leaseMs: 50, parts: 3, signal: ended.signal };
  const workers = ["a", "b"].map((owner) => keepUp(log, views, counts, { ...options, owner })());
  for (let n = 0; n < 10; n++) {
    await add(log, STREAMS);
    await sleep(2);
  }
  const all = async () =>
    success(await views.parts()()).reduce((sum, { checkpoint }) => sum + (checkpoint?.folded ?? 0), 0);
  while ((await all()) < 140) await sleep(5);
  success(await rebuild(log, views, counts, { parts: 3 })());
  await add(log, STREAMS);
  while ((await all()) < 152) await sleep(5);
  ended.abort();
  for (const answer of await Promise.all(workers)) success(answer);
  expect(success(await views.parts()()).map(({ build, owner }) => [build, owner])).toEqual([
    [2, null],
    [2, null],
    [2, null],
  ]);
  expect(await all()).toBe(152);
});

it("does not wait for parts that a worker keeps up, when they are at the end", async () => {
  const [log, views] = [await logOf(20), inMemoryViewStore()];
  const ended = new AbortController();
  const keeper = keepUp(log, views, counts, { owner: "keeper", saveEveryMs: 5, signal: ended.signal })();
  const isKept = async () => success(await views.parts()()).filter(({ owner }) => owner === "keeper").length === 4;
  while (!(await isKept())) await sleep(2);
  await add(log, STREAMS);
  success(await catchUp(log, views, counts, { owner: "other" })());
  expect(success(await views.parts()()).reduce((sum, { checkpoint }) => sum + (checkpoint?.folded ?? 0), 0)).toBe(32);
  ended.abort();
  success(await keeper);
});

it("what was begun and interrupted is gone on with", async () => {
  const [log, views] = [await logOf(5_000), inMemoryViewStore()];
  success(await catchUp(log, views, counts)());
  const ended = new AbortController();
  const interrupted = rebuild(log, views, counts, { signal: ended.signal, progress: () => ended.abort() })();
  success(await interrupted);
  const begun = success(await views.parts()()).filter(({ build }) => build === 2);
  expect(begun[0]?.checkpoint?.folded).toBeGreaterThan(0);
  const told: number[] = [];
  success(await rebuild(log, views, counts, { progress: ({ folded }) => told.push(folded) })());
  expect(told[0]).toBeGreaterThan(begun[0]?.checkpoint?.folded ?? 0);
  expect(plain(success(await readView(log, views, counts)()))).toEqual(await foldOf(log));
});

it("the errors of the log and of the view store are told as they are", async () => {
  const [log, views] = [await logOf(5), inMemoryViewStore()];
  await views.close();
  const closed = await catchUp(log, views, counts)();
  expect(isLeft(closed) && closed.left.code).toBe("StoreUnavailable");
  await log.close();
  expect(await catchUp(log, inMemoryViewStore(), counts)()).toMatchObject({ left: { code: "StoreUnavailable" } });
});
