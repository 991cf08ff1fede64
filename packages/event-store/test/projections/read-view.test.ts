import { expect, it } from "vitest";
import { catchUp, inMemoryViewStore, project, readView, rebuild, type ViewStore } from "../../src/index.js";
import { add, counts, logOf, plain, success } from "./support.js";

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
