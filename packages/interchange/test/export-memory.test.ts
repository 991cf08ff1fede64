import { execFile } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { populate } from "@motcua/simulator";
import { openSqliteEventStore } from "@motcua/sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { program } from "../../../scripts/child/child.js";
import { rightOf } from "./support/importing.js";

const nightly = process.env["MOTCUA_TIER"] === "nightly";
/**
 * A million events, of which a process that held them would take a gigabyte; by day 100,000 with as much less heap beside
 * what the code itself takes, so that holding them would not fit either.
 */
const DOSSIERS = nightly ? 90_000 : 9_000;

const folder = mkdtempSync(join(tmpdir(), "motcua-"));
const file = join(folder, "year.db");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const store = rightOf(await openSqliteEventStore({ file, commits: "thread" })());
  rightOf(await populate(store, { year: 2018, dossiers: DOSSIERS, seed: 1 })());
  await store.close();
}, 600_000);

/** MiB that the heap may have. A child that only loads the code and opens the log takes some 110 MiB in all. */
const HEAP = nightly ? 160 : 70;
const CEILING = 330;

const EXPORTERS = [
  "exportXes",
  "exportOcelJson",
  "exportOcelSqlite",
  "exportOcelXml",
  "exportCsv",
  "exportParquet",
  "exportCloudEvents",
  "exportProvJson",
];

describe.skipIf(process.features.typescript === false)("an export of many events holds little of them", () => {
  it.for(EXPORTERS)("%s", { timeout: 600_000 }, async (name) => {
    const child = new URL("support/export-in-child.ts", import.meta.url);
    // What is alive has to fit, however late the collector would come; and the young generation is not sized by the machine.
    const limits = [`--max-old-space-size=${HEAP}`, "--max-semi-space-size=16"];
    const words = [...limits, ...program(child, file, name)];
    const { stdout } = await promisify(execFile)(process.execPath, words);
    const cost: { readonly events: number; readonly peakMiB: number } = JSON.parse(stdout);
    expect(cost.events).toBeGreaterThan(DOSSIERS * 8);
    expect(cost.peakMiB).toBeLessThan(CEILING);
    const figures = process.env["MOTCUA_FIGURES"];
    if (figures !== undefined)
      appendFileSync(
        figures,
        `${JSON.stringify({ figure: `${name}, peak memory`, value: Math.round(cost.peakMiB), unit: "MiB", events: cost.events })}\n`,
      );
  });
});
