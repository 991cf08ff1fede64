import { left } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { keepProcess, unavailable } from "../../src/index.js";
import { kitchen, putOn, typesOf } from "./kettles.js";

it("a process that is kept running hears what comes, and the time", { timeout: 20_000 }, async () => {
  const { log, running, told } = kitchen();
  const ending = new AbortController();
  let now = 0;
  const kept = keepProcess(running, {
    signal: ending.signal,
    clock: () => now,
    everyMs: 20,
    failed: () => undefined,
  })();
  await putOn(log, "a", 100);
  now = 100;
  await expect.poll(() => typesOf(log, "a"), { timeout: 10_000 }).toEqual(["PutOn", "Whistled"]);
  await expect.poll(() => [...told.keys()], { timeout: 10_000 }).toEqual(["tell kettle-a 2"]);
  ending.abort();
  await kept;
});

it("an event is looked at when it comes, not when the time is up", { timeout: 20_000 }, async () => {
  const { log, running } = kitchen();
  const ending = new AbortController();
  const kept = keepProcess(running, { signal: ending.signal, everyMs: 3_600_000, failed: () => undefined })();
  await putOn(log, "a", 1);
  await expect.poll(() => typesOf(log, "a"), { timeout: 10_000 }).toEqual(["PutOn", "Whistled"]);
  ending.abort();
  await kept;
});

it("it outlives a store that cannot be reached for a while, and tells of it", { timeout: 20_000 }, async () => {
  const { log, running, states } = kitchen();
  const ending = new AbortController();
  let isGone = true;
  const failures: unknown[] = [];
  const flaky = {
    ...states,
    due: (...of: Parameters<typeof states.due>) => (isGone ? async () => left(unavailable("gone")) : states.due(...of)),
  };
  const kept = keepProcess(
    { ...running, states: flaky },
    { signal: ending.signal, everyMs: 10, failed: (failure) => failures.push(failure) },
  )();
  await putOn(log, "a", 1);
  await expect.poll(() => failures.length, { timeout: 10_000 }).toBeGreaterThan(1);
  isGone = false;
  await expect.poll(() => typesOf(log, "a"), { timeout: 10_000 }).toEqual(["PutOn", "Whistled"]);
  ending.abort();
  await kept;
  expect(failures[0]).toMatchObject({ code: "StoreUnavailable" });
});

it("it listens once, however often it runs, and begins anew when that has failed", { timeout: 20_000 }, async () => {
  const { log, running } = kitchen();
  const ending = new AbortController();
  let [listened, fails] = [0, true];
  const counted: typeof log = {
    ...log,
    subscribe: (subscription) => {
      listened++;
      return fails ? broken() : log.subscribe(subscription);
    },
  };
  async function* broken() {
    yield left(unavailable("gone"));
  }
  const kept = keepProcess(
    { ...running, log: counted },
    { signal: ending.signal, everyMs: 10, failed: () => undefined },
  )();
  await expect.poll(() => listened, { timeout: 10_000 }).toBeGreaterThan(1);
  fails = false;
  const before = listened;
  for (const kettle of ["a", "b", "c"]) {
    await putOn(log, kettle, 1);
    await expect.poll(() => typesOf(log, kettle), { timeout: 10_000 }).toEqual(["PutOn", "Whistled"]);
  }
  expect(listened).toBeLessThanOrEqual(before + 1);
  ending.abort();
  await kept;
});
