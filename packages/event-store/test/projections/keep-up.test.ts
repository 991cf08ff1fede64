import { left } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { inMemoryViewStore, keepUp, type Projection, unavailable, type ViewStore } from "../../src/index.js";
import { add, type Counts, counts, logOf, STREAMS, success } from "./support.js";

it("a worker whose views are gone ends, though no event comes any more", { timeout: 20_000 }, async () => {
  const views = inMemoryViewStore();
  let isGone = false;
  const failing: ViewStore = {
    ...views,
    save: (lease, change) => (isGone ? async () => left(unavailable("gone")) : views.save(lease, change)),
  };
  const signal = new AbortController().signal;
  const progress = () => setTimeout(() => (isGone = true), 50);
  const ended = await keepUp(await logOf(20), failing, counts, { saveEveryMs: 5, signal, progress })();
  expect(ended).toMatchObject({ left: { code: "StoreUnavailable", detail: "gone" } });
});

it("a worker that fails over one part does not leave it alone while it goes on with the others", {
  timeout: 20_000,
}, async () => {
  const views = inMemoryViewStore();
  let saves = 0;
  const failing: ViewStore = {
    ...views,
    save: (lease, change) =>
      lease.part === 2 && ++saves > 3 ? async () => left(unavailable("gone")) : views.save(lease, change),
  };
  const signal = new AbortController().signal;
  const ended = await keepUp(await logOf(20), failing, counts, { saveEveryMs: 5, signal })();
  expect(ended).toMatchObject({ left: { code: "StoreUnavailable", detail: "gone" } });
  expect(success(await views.parts()()).map(({ owner }) => owner !== null)).toEqual([false, false, true, false]);
});

it("a worker that begins where a part is stopped keeps up with the others", { timeout: 20_000 }, async () => {
  const [log, views] = [await logOf(20), inMemoryViewStore()];
  const broken: Projection<Counts> = {
    ...counts,
    step: (view, event) => {
      if (event.stream === STREAMS[3]) throw new Error("không đọc được");
      return counts.step(view, event);
    },
  };
  const folded = async () =>
    success(await views.parts()()).map(({ deadLetter, checkpoint }) =>
      deadLetter === null ? checkpoint?.folded : "stopped",
    );
  const ending = new AbortController();
  const worker = keepUp(log, views, broken, { saveEveryMs: 5, signal: ending.signal })();
  await expect.poll(folded).toContain("stopped");
  const before = await folded();
  await add(log, STREAMS);
  await expect
    .poll(folded)
    .toEqual(before.map((events) => (events === "stopped" ? events : expect.toSatisfy((now) => now > Number(events)))));
  ending.abort();
  expect(await worker).toMatchObject({ left: { code: "ProjectionStopped", deadLetter: { stream: STREAMS[3] } } });
});
