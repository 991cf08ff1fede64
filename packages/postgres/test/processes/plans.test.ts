import type { Cursor, ProcessCheckpoint, ProcessRow } from "@motcua/event-store";
import type pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { rightOf } from "../../../../scripts/workers/right-of.js";
import { statementsIn } from "../../src/processes/statements.js";
import { connected, testServer } from "../support/postgres.js";
import { openedStates } from "../support/view-stores.js";

const { newDatabase } = testServer();
const DESK = { name: "desk", version: 1 };
const KEPT = 20_000;
const statements = statementsIn("motcua_views");
let url: string;

const to: ProcessCheckpoint = { cursor: "1" as Cursor, folded: 1, last: null, quietUntil: null };
const row = (n: number): ProcessRow => ({
  stream: `dossier-${n}`,
  version: 1,
  state: "{}",
  wakeAt: n % 2 === 0 ? n : null,
  rung: [],
});

beforeAll(async () => {
  url = await newDatabase();
  const states = await openedStates({ url });
  rightOf(await states.save(DESK, { from: null, to, rows: Array.from({ length: KEPT }, (_, n) => row(n)) })());
  await states.close();
  await connected(url, (client) => client.query("ANALYZE"));
});

interface Step {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly Plans?: ReadonlyArray<Step>;
}

const stepsUnder = (step: Step): ReadonlyArray<Step> => [step, ...(step.Plans ?? []).flatMap(stepsUnder)];

/** How PostgreSQL carries out a statement with these values; what it writes is taken back. */
const stepsOf = (statement: keyof typeof statements, values: ReadonlyArray<unknown>): Promise<ReadonlyArray<Step>> =>
  connected(url, async (client: pg.Client) => {
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${statements[statement]}`, [...values]);
    return stepsUnder(rows[0]["QUERY PLAN"][0].Plan);
  });

it("what is due is found by an index in its order, and sorted by nobody", async () => {
  const steps = await stepsOf("due", ["desk", 1, 50, 10]);
  expect(steps.map((step) => [step["Node Type"], step["Index Name"]])).toEqual([
    ["Limit", undefined],
    ["Index Scan", "process_streams_by_waking"],
  ]);
});

const streams = ["dossier-1", "dossier-2"];

it.each([
  ["rows", ["desk", 1, streams]],
  ["save", ["desk", 1, "1", 1, "2", 2, null, null, "[]", streams, "[]", []]],
] as const)("%s: no more streams are read than those that are named, however many are kept", async (name, values) => {
  const steps = await stepsOf(name, values);
  const whole = steps.filter((step) => step["Node Type"] === "Seq Scan").map((step) => step["Relation Name"]);
  expect(whole).not.toContain("process_streams");
  const found = steps.filter((step) => step["Index Name"] === "process_streams_pkey");
  expect(found.map((step) => step["Index Cond"])).toEqual([expect.stringContaining("(stream = ANY (")]);
});
