import type { Cursor, ProcessCheckpoint, ProcessRow, ProcessStore } from "@motcua/event-store";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rightOf } from "../../../../scripts/workers/right-of.js";
import { openSqliteProcessStore } from "../../src/index.js";
import { processStoreOver } from "../../src/processes/process-store.js";
import { temporaryFolder } from "../support/temporary.js";

const { newFile } = temporaryFolder();
const DESK = { name: "desk", version: 1 };
const place = (folded: number): ProcessCheckpoint => ({
  cursor: String(folded) as Cursor,
  folded,
  last: null,
  quietUntil: null,
});
const row = (n: number): ProcessRow => ({
  stream: `dossier-${n}`,
  version: 1,
  state: "{}",
  wakeAt: n % 2 === 0 ? n : null,
  rung: [],
});

let connection: Database.Database;
let states: ProcessStore;
let sent: string[] = [];

beforeAll(async () => {
  const file = newFile();
  await rightOf(await openSqliteProcessStore({ file })()).close();
  connection = new Database(file, { verbose: (statement) => void sent.push(String(statement)) });
  states = processStoreOver(connection);
  rightOf(
    await states.save(DESK, { from: null, to: place(0), rows: Array.from({ length: 5_000 }, (_, n) => row(n)) })(),
  );
  connection.exec("ANALYZE");
});
afterAll(() => states.close());

/** How SQLite carries out what is sent for some work. */
const plansOf = async (work: () => Promise<unknown>): Promise<ReadonlyArray<string>> => {
  sent = [];
  await work();
  return [...sent]
    .filter((statement) => /\b(SELECT|INSERT|UPDATE|DELETE)\b/.test(statement))
    .flatMap((statement) => connection.prepare(`EXPLAIN QUERY PLAN ${statement}`).all())
    .map((step) => (step as { readonly detail: string }).detail);
};

it("what is due is found by an index in its order, and sorted by nobody", async () => {
  expect(await plansOf(states.due(DESK, 50, 10))).toEqual([
    expect.stringMatching(/^SEARCH process_streams USING INDEX process_streams_by_waking .* AND wake_at<\?\)$/),
  ]);
});

it("a round reads and writes no more than the streams that it is about, however many are kept", async () => {
  const change = { rows: [row(1), row(2)], over: ["dossier-4"], revived: ["k"] };
  const plans = await plansOf(async () => {
    rightOf(await states.places("desk")());
    rightOf(await states.rows(DESK, ["dossier-1", "dossier-2"])());
    rightOf(await states.save(DESK, { from: place(0), to: place(1), ...change })());
  });
  const searched = plans.flatMap((plan) => /^SEARCH (\w+) USING .* \((.*)\)$/.exec(plan)?.slice(1, 3).join(": ") ?? []);
  expect(searched).toEqual([
    "processes: name=?",
    "process_streams: name=? AND version=? AND stream=?",
    "processes: name=? AND version=?",
    "process_streams: name=? AND version=? AND stream=?",
    "dead_intents: name=? AND version=? AND key=?",
  ]);
  expect(plans.filter((plan) => /^SCAN (?!json_each)/.test(plan))).toEqual([]);
});
