import { catchUp, keepUp, readView, type ViewStore } from "@motcua/event-store";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { rightOf } from "../../../../scripts/workers/right-of.js";
import { addEvents, countsOf, hasFolded, STREAMS } from "../../../../scripts/workers/tallied.js";
import { tallies } from "../../../../scripts/workers/tallies.js";
import { openSqliteViewStore, type SqliteEventStore } from "../../src/index.js";
import { opened, temporaryFolder } from "../support/temporary.js";

const { newFile } = temporaryFolder();
const DAY_MS = 86_400_000;
let log: SqliteEventStore;
let file: string;
let views: ViewStore;

const openedViews = async (clock?: () => number): Promise<ViewStore> =>
  rightOf(await openSqliteViewStore({ file, ...(clock && { clock }) })());

beforeEach(async () => {
  file = newFile();
  [log, views] = [await opened({ file: newFile() }), await openedViews()];
  await addEvents(log);
});
afterEach(() => Promise.all([log.close(), views.close()]));

const sql = (statement: string): void => {
  const connection = new Database(file);
  connection.exec(statement);
  connection.close();
};

const damaged = { left: { code: "StoreDamaged", detail: expect.stringContaining("open the view store again") } };

it.each(["views", "parts"])(
  "the table %s dropped under a worker ends it with what to do; opened again, all is folded anew",
  async (table) => {
    const worker = keepUp(log, views, tallies, { saveEveryMs: 10, signal: new AbortController().signal })();
    await hasFolded(views, 3 * STREAMS.length);
    sql(`DROP TABLE ${table}`);
    await addEvents(log);
    expect(await worker).toMatchObject(damaged);
    expect(await readView(log, views, tallies)()).toMatchObject(damaged);

    const again = await openedViews();
    expect(await readView(log, again, tallies)()).toMatchObject({ right: null });
    // Of what was saved in four parts nothing may be taken for a part of three.
    rightOf(await catchUp(log, again, tallies, { parts: 3 })());
    expect(rightOf(await readView(log, again, tallies)())).toEqual(await countsOf(log));
    await again.close();
  },
);

it("a worker of the time before its parts were dropped writes nothing into those that were made anew", async () => {
  const part = { ...rightOf(await views.begin(tallies, 4)()), part: 0 };
  const old = rightOf(await views.claim(part, "a", 60_000)());
  sql("DROP TABLE parts");
  const again = await openedViews();
  const anew = { ...rightOf(await again.begin(tallies, 2)()), part: 0 };
  expect(rightOf(await again.claim(anew, "a", 60_000)())?.token).toBe(old?.token);
  const saved = { checkpoint: { cursor: "", folded: 9, last: null }, view: new Uint8Array(1) } as never;
  const late = { ...part, owner: "a", token: old?.token ?? 0 };
  expect(await views.save(late, { saved, forMs: 60_000 })()).toMatchObject({ left: { code: "LeaseLost" } });
  await again.close();
});

it("a worker whose clock is a day behind waits for the leases of others, and its own are no longer than theirs", async () => {
  const late = await openedViews(() => Date.now() - DAY_MS);
  const part = { ...rightOf(await views.begin(tallies, 1)()), part: 0 };
  const lease = rightOf(await views.claim(part, "a", 1)());
  expect(await late.claim(part, "late", 60_000)()).toMatchObject({ right: null });
  await views.save(lease ?? expect.unreachable(), { forMs: 0 })();
  const own = rightOf(await late.claim(part, "late", 60_000)());
  expect(await views.claim(part, "a", 60_000)()).toMatchObject({ right: { owner: "a" } });
  expect(await late.save(own ?? expect.unreachable(), { forMs: 60_000 })()).toMatchObject({
    left: { code: "LeaseLost" },
  });
  await late.close();
});

it("two workers whose clocks are a day apart take every part from each other, and no count is wrong", async () => {
  const late = await openedViews(() => Date.now() - DAY_MS);
  const ending = new AbortController();
  const options = { saveEveryMs: 1, leaseMs: 20, signal: ending.signal };
  const workers = [
    keepUp(log, views, tallies, { ...options, owner: "a" })(),
    keepUp(log, late, tallies, { ...options, owner: "late" })(),
  ];
  await hasFolded(views, 3 * STREAMS.length);
  for (let round = 0; round < 20; round++) {
    await addEvents(log);
    expect(rightOf(await readView(log, late, tallies)())).toEqual(await countsOf(log));
  }
  await hasFolded(views, 21 * 3 * STREAMS.length);
  ending.abort();
  for (const done of await Promise.all(workers)) rightOf(done);
  expect(rightOf(await readView(log, views, tallies)())).toEqual(await countsOf(log));
  await late.close();
});
