import { expect, it } from "vitest";
import { catchUp, inMemoryViewStore, project, readView, rebuild, type ViewStore } from "../../src/index.js";
import { counts, logOf, plain, success } from "./support.js";

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
