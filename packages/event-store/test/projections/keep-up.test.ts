import { left } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { inMemoryViewStore, keepUp, unavailable, type ViewStore } from "../../src/index.js";
import { counts, logOf } from "./support.js";

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
