import { catchUp, keepUp, type Projection, readView, type ViewStore } from "@motcua/event-store";
import { afterEach, beforeEach, expect, it } from "vitest";
import { rightOf } from "../../../../scripts/workers/right-of.js";
import { addEvents, countsOf, hasFolded, STREAMS } from "../../../../scripts/workers/tallied.js";
import { type Tallies, tallies } from "../../../../scripts/workers/tallies.js";
import type { PostgresEventStore } from "../../src/index.js";
import { connected, opened, testServer } from "../support/postgres.js";
import { openedViews } from "../support/view-stores.js";

const { newDatabase } = testServer();
let url: string;
let log: PostgresEventStore;
let views: ViewStore;

beforeEach(async () => {
  url = await newDatabase();
  [log, views] = [await opened({ url }), await openedViews({ url })];
  await addEvents(log);
});
afterEach(() => Promise.all([log.close(), views.close()]));

const POLL = { timeout: 20_000 };

const sql = (statement: string) => connected(url, (client) => client.query(statement));

const damaged = { left: { code: "StoreDamaged", detail: expect.stringContaining("open the view store again") } };

it.each(["views", "parts"])(
  "the table %s dropped under a worker ends it with what to do; opened again, all is folded anew",
  async (table) => {
    const worker = keepUp(log, views, tallies, { saveEveryMs: 10, signal: new AbortController().signal })();
    await hasFolded(views, 3 * STREAMS.length);
    await sql(`DROP TABLE motcua_views.${table}`);
    expect(await worker).toMatchObject(damaged);
    expect(await readView(log, views, tallies)()).toMatchObject(damaged);

    const again = await openedViews({ url });
    expect(await readView(log, again, tallies)()).toMatchObject({ right: null });
    await addEvents(log);
    // Of what was saved in four parts nothing may be taken for a part of three.
    rightOf(await catchUp(log, again, tallies, { parts: 3 })());
    expect(rightOf(await readView(log, again, tallies)())).toEqual(await countsOf(log));
    await again.close();
  },
);

it("a worker of the time before its parts were dropped writes nothing into those that were made anew", async () => {
  const { parts } = rightOf(await views.begin(tallies, 4)());
  const part = { name: "tallies", version: 1, build: 1, parts, part: 0 };
  const old = rightOf(await views.claim(part, "a", 60_000)());
  await sql("DROP TABLE motcua_views.parts");
  const again = await openedViews({ url });
  rightOf(await again.begin(tallies, 2)());
  const token = rightOf(await again.claim({ ...part, parts: 2 }, "a", 60_000)())?.token;
  expect(token).toBe(old?.token);
  const saved = { checkpoint: { cursor: "", folded: 9, last: null }, view: new Uint8Array(1) } as never;
  expect(await views.save({ ...part, owner: "a", token: token ?? 0 }, { saved, forMs: 60_000 })()).toMatchObject({
    left: { code: "LeaseLost" },
  });
  await again.close();
});

it("a lease ends by the clock of the server", async () => {
  const build = rightOf(await views.begin(tallies, 1)());
  const part = { ...build, part: 0 };
  rightOf(await views.claim(part, "a", 60_000)());
  const other = () => views.claim(part, "b", 60_000)();
  expect(await other()).toMatchObject({ right: null });
  await sql("UPDATE motcua_views.parts SET leased_until = clock_timestamp() - interval '1 day'");
  expect(await other()).toMatchObject({ right: { owner: "b", token: 2 } });
});

it("an event that the fold breaks on stops its part alone; put right, the fold goes on from there", async () => {
  const broken: Projection<Tallies> = {
    ...tallies,
    step: (view, event) => {
      if (event.stream === "dossier-3" && event.version === 5) throw new Error("đọc \u0000 không được \ud800");
      return tallies.step(view, event);
    },
  };
  const ending = new AbortController();
  const worker = keepUp(log, views, broken, { saveEveryMs: 10, signal: ending.signal })();
  await hasFolded(views, 3 * STREAMS.length);
  await addEvents(log);
  const letter = { stream: "dossier-3", version: 5, reason: "đọc \u0000 không được \ud800" };
  await expect
    .poll(async () => (await states()).flatMap(({ deadLetter }) => deadLetter ?? []), POLL)
    .toMatchObject([letter]);
  await addEvents(log);
  await expect.poll(async () => (await behind()).length, POLL).toBe(1);
  ending.abort();
  expect(await worker).toMatchObject({ left: { code: "ProjectionStopped", deadLetter: letter } });
  expect(await readView(log, views, tallies)()).toMatchObject({ left: { code: "ProjectionStopped" } });
  expect((await behind())[0]?.deadLetter).toMatchObject(letter);
  expect((await behind())[0]?.checkpoint?.folded).toBeGreaterThan(0);

  rightOf(await catchUp(log, views, tallies)());
  expect(await behind()).toEqual([]);
  expect((await states()).filter(({ deadLetter }) => deadLetter !== null)).toEqual([]);
  expect(rightOf(await readView(log, views, tallies)())).toEqual(await countsOf(log));
});

const states = async () => rightOf(await views.parts()());

/** The parts that have not been saved as of the end of the log. */
const behind = async () => {
  const parts = await states();
  const pages = parts.map(({ part: number, parts: of }) => log.readAll({ shard: { number, of } })());
  const events = (await Promise.all(pages)).map((page) => rightOf(page).events.length);
  return parts.filter(({ checkpoint }, at) => checkpoint?.folded !== events[at]);
};
