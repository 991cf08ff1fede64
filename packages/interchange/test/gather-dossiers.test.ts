import type { EventStore } from "@motcua/event-store";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherDossiers } from "../src/export/gather-dossiers.js";
import type { Gathering } from "../src/export/gathering.js";
import { logOfEvents } from "./support/exporting.js";
import { rightOf } from "./support/importing.js";

const versions: Gathering<number[]> = { begin: () => [], add: (all, { version }) => void all.push(version) };

const gathered = async (store: EventStore, window?: number) => {
  const all: Array<readonly [string, ReadonlyArray<number>]> = [];
  for await (const page of gatherDossiers(store, versions, window))
    for (const dossier of rightOf(page)) all.push([dossier.id, dossier.gathered]);
  return all;
};

/** The dossiers of some events, each under a letter, by the place of their last event. */
const expected = (letters: ReadonlyArray<string>) =>
  [...new Set(letters)]
    .toSorted((a, b) => letters.lastIndexOf(a) - letters.lastIndexOf(b))
    .map((letter) => [letter, letters.filter((each) => each === letter).map((_, n) => n + 1)]);

describe("the dossiers of a log", () => {
  it("come once and whole, in the order of their last events, however near or far they lie", async () => {
    const letters = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(letters, fc.integer({ min: 0, max: 30 }), async (log, window) => {
        const store = await logOfEvents(log.map((dossier) => ({ dossier, type: "Noted" })));
        expect(await gathered(store, window)).toEqual(expected(log));
      }),
    );
  });

  it("are those of the moment at which the export began", async () => {
    for (const window of [0, 10]) {
      const store = await logOfEvents([..."aabb"].map((dossier) => ({ dossier, type: "Noted" })));
      let surveyed = false;
      const growing: EventStore = {
        ...store,
        readAll: (query) => async () => {
          const page = await store.readAll(query)();
          if (surveyed) return page;
          surveyed = true;
          const later = await logOfEvents([..."ab"].map((dossier) => ({ dossier, type: "Late" })));
          const copies = rightOf(await later.readAll()()).events;
          for (const copy of copies)
            rightOf(await store.restore([{ ...copy, id: copy.id.replace("7000", "7001"), version: 3 }])());
          return page;
        },
      };
      expect(await gathered(growing, window)).toEqual([
        ["a", [1, 2]],
        ["b", [1, 2]],
      ]);
    }
  });
});
