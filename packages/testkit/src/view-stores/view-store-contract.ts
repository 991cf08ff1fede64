import { deepEqual, equal, notEqual } from "node:assert/strict";
import type { Build, Checkpoint, Cursor, Lease, Part, SavedPart, ViewStore } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { succeeds } from "../contract/expect.js";
import { type Proving, registerRules } from "../contract/register-rules.js";

/** A view store that is to prove itself, and by which test runner. */
export type ViewStoreContract = Proving<ViewStore>;

/**
 * The contract suite of the view store: registers a test for every rule.
 *
 * @example
 * import { describe, it } from "vitest";
 * import { viewStoreContract } from "@motcua/testkit";
 * viewStoreContract({ name: "in memory", open: async () => inMemoryViewStore(), describe, it });
 */
export const viewStoreContract = (proving: ViewStoreContract): void =>
  registerRules("view store", proving, { ofOne: RULES, ofTwo: RULES_OF_TWO });

const VIEW = { name: "rows", version: 1 };
const LONG_MS = 60_000;

const RULES: Readonly<Record<string, (views: ViewStore) => Promise<void>>> = {
  "an empty one has no parts": async (views) => {
    deepEqual(await succeeds(views.parts()()), []);
  },
  "a build begins with all its parts, unsaved, unserved, free": async (views) => {
    deepEqual(await succeeds(views.begin(VIEW, 2)()), { ...VIEW, build: 1, parts: 2 });
    const free = { serves: false, checkpoint: null, savedAt: null, owner: null, deadLetter: null };
    deepEqual(await succeeds(views.parts(VIEW)()), [
      { ...VIEW, build: 1, parts: 2, part: 0, ...free },
      { ...VIEW, build: 1, parts: 2, part: 1, ...free },
    ]);
  },
  "what has been begun is gone on with, whatever the number of parts asked for": async (views) => {
    const begun = await succeeds(views.begin(VIEW, 2)());
    deepEqual(await succeeds(views.begin(VIEW, 5)()), begun);
  },
  "beside one that serves a new build begins": async (views) => {
    const first = await succeeds(views.begin(VIEW, 1)());
    await succeeds(views.serve(first)());
    deepEqual(await succeeds(views.begin(VIEW, 1)()), { ...first, build: 2 });
    deepEqual(
      (await succeeds(views.parts(VIEW)())).map(({ build, serves }) => [build, serves]),
      [
        [1, true],
        [2, false],
      ],
    );
  },
  "views of other names and versions are told apart, and listed in order": async (views) => {
    for (const view of [{ name: "rows", version: 2 }, { name: "b", version: 1 }, VIEW])
      await succeeds(views.begin(view, 1)());
    const listed = await succeeds(views.parts()());
    deepEqual(
      listed.map(({ name, version }) => `${name} ${version}`),
      ["b 1", "rows 1", "rows 2"],
    );
    equal((await succeeds(views.parts({ name: "rows", version: 2 })())).length, 1);
  },
  "a part that is held is nobody else's": async (views) => {
    const part = await firstPart(views);
    const lease = await claimed(views, part, "a");
    equal(await succeeds(views.claim(part, "b", LONG_MS)()), null);
    equal((await succeeds(views.parts(VIEW)()))[0]?.owner, "a");
    await succeeds(views.save(lease, { forMs: 0 })());
    notEqual(await succeeds(views.claim(part, "b", LONG_MS)()), null);
  },
  "a part whose time is over may be taken, and its former owner writes nothing more": async (views) => {
    const part = await firstPart(views);
    const late = await claimed(views, part, "a", 1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const lease = await claimed(views, part, "b");
    await loses(views, late);
    await succeeds(views.save(lease, { saved: saved(1), forMs: LONG_MS })());
    await loses(views, late);
    deepEqual(await loadedBytes(views, part), saved(1));
  },
  "a lease is prolonged by whoever holds it": async (views) => {
    const part = await firstPart(views);
    const lease = await claimed(views, part, "a", 50);
    await succeeds(views.save(lease, { forMs: LONG_MS })());
    await new Promise((resolve) => setTimeout(resolve, 80));
    equal(await succeeds(views.claim(part, "b", LONG_MS)()), null);
  },
  "who claims a part again has a lease that ends the one before": async (views) => {
    const part = await firstPart(views);
    const first = await claimed(views, part, "a");
    await claimed(views, part, "a");
    await loses(views, first);
  },
  "view and checkpoint are read as they were written, and the last ones stand": async (views) => {
    const part = await firstPart(views);
    equal(await succeeds(views.load(part)()), null);
    const lease = await claimed(views, part, "a");
    for (const n of [1, 2, 3]) {
      await succeeds(views.save(lease, { saved: saved(n), forMs: LONG_MS })());
      deepEqual(await loadedBytes(views, part), saved(n));
    }
    const [state] = await succeeds(views.parts(VIEW)());
    deepEqual(state?.checkpoint, saved(3).checkpoint);
    equal(typeof state?.savedAt, "number");
  },
  "what is read is the reader's own: writing to it changes nothing that is kept": async (views) => {
    const part = await firstPart(views);
    const lease = await claimed(views, part, "a");
    const written = { ...saved(1), view: Buffer.from(saved(1).view) };
    await succeeds(views.save(lease, { saved: written, forMs: LONG_MS })());
    written.view.fill(7);
    (await succeeds(views.load(part)()))?.view.fill(8);
    deepEqual(await loadedBytes(views, part), saved(1));
  },
  "a view may be empty, and may be large": async (views) => {
    const part = await firstPart(views);
    const lease = await claimed(views, part, "a");
    for (const length of [0, 5_000_000]) {
      const view = new Uint8Array(length).fill(7);
      await succeeds(views.save(lease, { saved: { ...saved(1), view }, forMs: LONG_MS })());
      equal(Buffer.compare((await loadedBytes(views, part))?.view ?? new Uint8Array(1), view), 0);
    }
  },
  "a checkpoint may be of no event": async (views) => {
    const part = await firstPart(views);
    const lease = await claimed(views, part, "a");
    const nothing: SavedPart = { checkpoint: { cursor: "" as Cursor, folded: 0, last: null }, view: new Uint8Array(1) };
    await succeeds(views.save(lease, { saved: nothing, forMs: LONG_MS })());
    deepEqual(await loadedBytes(views, part), nothing);
  },
  "what stopped a part stands beside what it holds, until more is saved": async (views) => {
    const part = await firstPart(views);
    const lease = await claimed(views, part, "a");
    await succeeds(views.save(lease, { saved: saved(1), forMs: LONG_MS })());
    const deadLetter = { stream: "dossier-1", version: 3, type: "T", reason: "không đọc được", at: 5 };
    await succeeds(views.save(lease, { deadLetter, forMs: 0 })());
    const [stopped] = await succeeds(views.parts(VIEW)());
    deepEqual([stopped?.deadLetter, stopped?.owner, stopped?.checkpoint], [deadLetter, null, saved(1).checkpoint]);
    const again = await claimed(views, part, "b");
    await succeeds(views.save(again, { saved: saved(2), forMs: 0 })());
    equal((await succeeds(views.parts(VIEW)()))[0]?.deadLetter, null);
  },
  "a build that is served takes the place of all earlier ones of its name, and of no other": async (views) => {
    const old = await succeeds(views.begin(VIEW, 2)());
    await succeeds(views.serve(old)());
    const lease = await claimed(views, { ...old, part: 0 }, "a");
    await succeeds(views.begin({ name: "other", version: 1 }, 1)());
    const beside = await succeeds(views.begin({ name: "rows", version: 2 }, 1)());
    await succeeds(views.serve(beside)());
    deepEqual(
      (await succeeds(views.parts()())).map(({ name, version, serves }) => [name, version, serves]),
      [
        ["other", 1, false],
        ["rows", 2, true],
      ],
    );
    await loses(views, lease);
    equal(await succeeds(views.load({ ...old, part: 0 })()), null);
    const gone = await views.claim({ ...old, part: 0 }, "a", LONG_MS)();
    equal(isLeft(gone) && gone.left.code, "LeaseLost");
  },
  "to serve what serves changes nothing, and a later build stays": async (views) => {
    const first = await succeeds(views.begin(VIEW, 1)());
    await succeeds(views.serve(first)());
    await succeeds(views.begin(VIEW, 1)());
    await succeeds(views.serve(first)());
    deepEqual(
      (await succeeds(views.parts(VIEW)())).map(({ build, serves }) => [build, serves]),
      [
        [1, true],
        [2, false],
      ],
    );
  },
  "names are any text": async (views) => {
    const view = { name: `"'; DROP TABLE views; -- đủ 😀 ${"x".repeat(150)}`, version: 3 };
    const build = await succeeds(views.begin(view, 1)());
    equal((await succeeds(views.parts(view)()))[0]?.name, view.name);
    const lease = await claimed(views, { ...build, part: 0 }, "ai đó");
    await succeeds(views.save(lease, { saved: saved(1), forMs: 0 })());
    deepEqual(await loadedBytes(views, { ...build, part: 0 }), saved(1));
  },
  "a closed one answers so, and closing may be repeated": async (views) => {
    const part = await firstPart(views);
    const lease = await claimed(views, part, "a");
    await views.close();
    await views.close();
    for (const answer of [
      await views.parts()(),
      await views.begin(VIEW, 1)(),
      await views.claim(part, "a", 1)(),
      await views.load(part)(),
      await views.save(lease, { forMs: 0 })(),
      await views.serve(part)(),
    ])
      equal(isLeft(answer) && answer.left.code, "StoreUnavailable");
  },
};

const RULES_OF_TWO: Readonly<Record<string, (a: ViewStore, b: ViewStore) => Promise<void>>> = {
  "one sees what the other has written": async (a, b) => {
    const part = await firstPart(a);
    const lease = await claimed(a, part, "a");
    await succeeds(a.save(lease, { saved: saved(4), forMs: LONG_MS })());
    deepEqual(await loadedBytes(b, part), saved(4));
    equal(await succeeds(b.claim(part, "b", LONG_MS)()), null);
  },
  "of many who claim one part at once, one has it": async (a, b) => {
    const part = await firstPart(a);
    for (let round = 0; round < 10; round++) {
      const claims = await Promise.all(
        Array.from({ length: 10 }, (_, n) => succeeds((n % 2 === 0 ? a : b).claim(part, `worker ${n}`, LONG_MS)())),
      );
      const got = claims.filter((lease) => lease !== null);
      equal(got.length, 1);
      for (const lease of got) await succeeds(a.save(lease, { forMs: 0 })());
    }
  },
  "of many who begin at once, all are given the same build": async (a, b) => {
    const builds = await Promise.all(
      Array.from({ length: 10 }, (_, n) => succeeds((n % 2 === 0 ? a : b).begin(VIEW, 3)())),
    );
    for (const build of builds) deepEqual(build, { ...VIEW, build: 1, parts: 3 });
    equal((await succeeds(b.parts()())).length, 3);
  },
};

const firstPart = async (views: ViewStore): Promise<Part> => {
  const build: Build = await succeeds(views.begin(VIEW, 1)());
  return { ...build, part: 0 };
};

const claimed = async (views: ViewStore, part: Part, owner: string, forMs = LONG_MS): Promise<Lease> => {
  const lease = await succeeds(views.claim(part, owner, forMs)());
  if (lease === null) throw new Error("the part is held");
  return lease;
};

const loses = async (views: ViewStore, lease: Lease): Promise<void> => {
  const answer = await views.save(lease, { saved: saved(9), forMs: LONG_MS })();
  equal(isLeft(answer) && answer.left.code, "LeaseLost");
};

const saved = (n: number): SavedPart => {
  const checkpoint: Checkpoint = {
    cursor: String(n) as Cursor,
    folded: n,
    last: { stream: `dossier-${n}`, version: n, recordedAt: 1_546_300_800_000 + n },
  };
  return { checkpoint, view: Uint8Array.from([n, 0, 255, n]) };
};

/** With the bytes as plain ones: a driver may give its own kind. */
const loadedBytes = async (views: ViewStore, part: Part): Promise<SavedPart | null> => {
  const loaded = await succeeds(views.load(part)());
  return loaded && { ...loaded, view: Uint8Array.from(loaded.view) };
};
