import { expect, it } from "vitest";
import { catchUp, type Fact, inMemoryViewStore, project, readView, rebuild, type ViewStore } from "../../src/index.js";
import { add, type Counts, counts, logOf, plain, success } from "./support.js";

it("a reader in whose midst another build takes the place of the one that served is served from that", async () => {
  const [log, views] = [await logOf(40), inMemoryViewStore()];
  success(await catchUp(log, views, counts)());
  let loads = 0;
  const replaced: ViewStore = {
    ...views,
    load: (part) => async () => {
      if (++loads === 3) success(await rebuild(log, views, counts)());
      return views.load(part)();
    },
  };
  const read = success(await readView(log, replaced, counts)());
  expect(plain(read)).toEqual(plain(success(await project(log, counts)())));
  expect(loads).toBe(3 + 4);
});

it("a view of typed arrays may be read as often as one likes", async () => {
  const [log, views] = [await logOf(5), inMemoryViewStore()];
  const bytes = {
    ...counts,
    empty: () => new Uint8Array(8),
    step: (view: Uint8Array) => view.fill((view[0] ?? 0) + 1),
  };
  const alone = { ...bytes, concat: (a: Uint8Array, b: Uint8Array) => a.map((value, n) => value + (b[n] ?? 0)) };
  success(await catchUp(log, views, alone)());
  await add(log, ["dossier-1"]);
  for (let time = 0; time < 3; time++) expect(success(await readView(log, views, alone)())?.[0]).toBe(6);
});

it("an event that has come since and that the fold breaks on is told of, before any worker has met it", async () => {
  const [log, views] = [await logOf(5), inMemoryViewStore()];
  success(await catchUp(log, views, counts)());
  await add(log, ["poison-1"]);
  const broken = {
    ...counts,
    step: (view: Counts, event: Fact) => {
      if (event.stream === "poison-1") throw new Error("poison");
      return counts.step(view, event);
    },
  };
  expect(await readView(log, views, broken)()).toMatchObject({
    left: { code: "ProjectionStopped", deadLetter: { stream: "poison-1", version: 1, type: "T", reason: "poison" } },
  });
});
