import { expect, it } from "vitest";
import {
  catchUp,
  inMemoryViewStore,
  LAG_COUNTED,
  type Meter,
  type ObservableResult,
  observeProjections,
  PROJECTION_METRICS,
  type Projection,
  projectionStatus,
  rebuild,
} from "../../src/index.js";
import { add, type Counts, counts, logOf, STREAMS, success } from "./support.js";

const broken: Required<Projection<Counts>> = {
  ...counts,
  step: (view, event) => {
    if (event.stream === "dossier-3") throw new Error("broken");
    return counts.step(view, event);
  },
};

it("a projection that was never built is behind by all events of its types", async () => {
  const log = await logOf(30);
  await add(log, STREAMS, "Other");
  expect(success(await projectionStatus(log, inMemoryViewStore(), counts)())).toEqual({
    ...{ name: "counts", version: 1, state: "never built", folded: 0, lag: 30, parts: [], beside: [] },
  });
});

it("one that was caught up serves and is behind by what came since, in whichever part", async () => {
  const [log, views] = [await logOf(30), inMemoryViewStore()];
  success(await catchUp(log, views, counts)());
  expect(success(await projectionStatus(log, views, counts)())).toMatchObject({ state: "serving", folded: 30, lag: 0 });
  await add(log, STREAMS);
  const status = success(await projectionStatus(log, views, counts)());
  expect(status).toMatchObject({ folded: 30, lag: STREAMS.length });
  expect(status.parts).toHaveLength(4);
});

it("a build that was begun is told beside the one that serves", async () => {
  const [log, views] = [await logOf(30), inMemoryViewStore()];
  const ended = new AbortController();
  ended.abort();
  success(await catchUp(log, views, counts, { signal: ended.signal })());
  expect(success(await projectionStatus(log, views, counts)())).toMatchObject({ state: "building", lag: 30 });
  success(await catchUp(log, views, counts)());
  success(await rebuild(log, views, counts, { signal: ended.signal })());
  const status = success(await projectionStatus(log, views, counts)());
  expect([status.state, status.beside.map(({ build }) => build)]).toEqual(["serving", [2, 2, 2, 2]]);
});

it("one that stands still says so", async () => {
  const [log, views] = [await logOf(30), inMemoryViewStore()];
  await catchUp(log, views, broken)();
  expect(success(await projectionStatus(log, views, counts)())).toMatchObject({ state: "stopped" });
});

it("is counted no further than needed", async () => {
  const log = await logOf(LAG_COUNTED + 500);
  expect(success(await projectionStatus(log, inMemoryViewStore(), counts)()).lag).toBe(LAG_COUNTED);
});

it("metrics are asked for when they are collected, and end", async () => {
  const [log, views] = [await logOf(30), inMemoryViewStore()];
  await catchUp(log, views, broken)();
  type Callback = (result: ObservableResult) => Promise<void>;
  const gauges = new Map<string, Set<Callback>>();
  const meter: Meter = {
    createObservableGauge: (name) => {
      const callbacks = new Set<Callback>();
      gauges.set(name, callbacks);
      return { addCallback: (each) => callbacks.add(each), removeCallback: (each) => callbacks.delete(each) };
    },
  };
  const end = observeProjections(meter, log, views, [counts]);
  const seen: unknown[] = [];
  for (const [name, callbacks] of gauges)
    for (const callback of callbacks)
      await callback({ observe: (value, attributes) => seen.push([name, value, attributes]) });
  const attributes = { projection: "counts", version: 1 };
  expect(seen).toEqual([
    [PROJECTION_METRICS.folded.name, expect.any(Number), attributes],
    [PROJECTION_METRICS.lag.name, expect.any(Number), attributes],
    [PROJECTION_METRICS.stopped.name, 1, attributes],
  ]);
  end();
  expect([...gauges.values()].every((callbacks) => callbacks.size === 0)).toBe(true);
});
