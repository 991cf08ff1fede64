import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { expectSameFigures } from "./support/compare.js";
import { motcua } from "./support/motcua.js";

const nightly = process.env["MOTCUA_TIER"] === "nightly";
/** By night the whole year of the founding report; in every other run a tenth of it. */
const DOSSIERS = nightly ? 124_000 : 12_400;

const folder = mkdtempSync(join(tmpdir(), "motcua-sql-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const store = ["--store", `sqlite:${join(folder, "year.db")}`];
  await motcua("simulate", "--dossiers", `${DOSSIERS}`, "--seed", "1", ...store);
  const exported = await motcua<object>(
    "export",
    "--format",
    "ndjson",
    "--out",
    join(folder, "events.ndjson"),
    ...store,
  );
  const figures = process.env["MOTCUA_FIGURES"];
  if (figures !== undefined) appendFileSync(figures, `${JSON.stringify({ suite: "check-by-sql", ...exported })}\n`);
}, 600_000);

describe(`SQL over the exported log of ${DOSSIERS} simulated dossiers gives every figure that the reports give`, () => {
  const QUESTIONS = [
    ["the year", { from: "2018-01-01", to: "2019-01-01" }],
    ["a quarter, with what was carried over into it", { from: "2018-07-01", to: "2018-10-01" }],
    ["days that cut their months", { from: "2018-03-15", to: "2018-05-05" }],
  ] as const;
  for (const [what, question] of QUESTIONS)
    it(what, { timeout: 600_000 }, (ctx) => expectSameFigures(ctx, folder, question));
});
