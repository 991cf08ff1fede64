import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dossierDecider, dossierStream, VIETNAM, VIETNAM_POLICIES } from "@motcua/core";
import { openSqliteEventStore } from "@motcua/sqlite";
import { anyHistory } from "@motcua/testkit";
import * as fc from "fast-check";
import { isLeft } from "fp-ts/lib/Either.js";
import { afterAll, beforeAll, describe, it } from "vitest";
import { expectSameFigures } from "./support/compare.js";
import { motcua } from "./support/motcua.js";
import { anyStory } from "./support/stories.js";

const nightly = process.env["MOTCUA_TIER"] === "nightly";
const HISTORIES = nightly ? 20_000 : 1_500;
/** By night from a new seed, which the name of the test gives. */
const SEED = nightly ? Date.now() % 2 ** 31 : 20_180_621;

const folder = mkdtempSync(join(tmpdir(), "motcua-sql-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const decider = dossierDecider({ calendar: VIETNAM, policies: VIETNAM_POLICIES });
const during = { from: Date.UTC(2018, 0, 2), to: Date.UTC(2018, 11, 30) };

beforeAll(async () => {
  const opened = await openSqliteEventStore({ file: join(folder, "year.db") })();
  if (isLeft(opened)) throw new Error(opened.left.code);
  const store = opened.right;
  const lives = fc.oneof(anyHistory(decider, { start: during }), anyStory(during));
  const drawn = fc.sample(lives, { numRuns: HISTORIES, seed: SEED });
  for (const [n, history] of drawn.entries()) {
    const events = history.map((event, place) => ({ ...event, ...envelope(n, place) }));
    const appended = await store.append(dossierStream(`${n}`), events, "none")();
    if (isLeft(appended)) throw new Error(JSON.stringify(appended.left));
  }
  await store.close();
  await motcua(
    "export",
    "--format",
    "ndjson",
    "--out",
    join(folder, "events.ndjson"),
    "--store",
    `sqlite:${folder}/year.db`,
  );
}, 600_000);

const envelope = (history: number, place: number) => ({
  id: `00000000-0000-4000-8${hex(place, 3)}-${hex(history, 12)}`,
  schemaVersion: 1,
  meta: {},
});

const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, "0");

describe(`SQL over ${HISTORIES} random histories (seed ${SEED}) gives every figure that the reports give`, () => {
  const QUESTIONS = [
    ["the year", { from: "2018-01-01", to: "2019-01-01" }],
    ["some months", { from: "2018-05-20", to: "2018-09-10" }],
    ["the end of the year, and half of the next", { from: "2018-12-01", to: "2019-07-01" }],
  ] as const;
  for (const [what, question] of QUESTIONS)
    it(what, { timeout: 600_000 }, (ctx) => expectSameFigures(ctx, folder, question));
});
