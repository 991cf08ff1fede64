import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";

/** What is asked of the scripts, as of the reports. */
export interface Question {
  readonly from: string;
  readonly to: string;
}

/** One line of what a script answers: figures by the names that the report gives them. */
export type Line = Readonly<Record<string, string | number | null>>;

/** The script of a name, as the README has an auditor read it. */
const read = (name: string): string => `.read '${fileURLToPath(new URL(`../../sql/${name}.sql`, import.meta.url))}'`;

/** Runs the sqlite3 program in a folder; without the program the test is skipped, visibly. */
const sqlite3 = (ctx: Pick<TestContext, "skip">, folder: string, ...words: ReadonlyArray<string>): string => {
  const { error, status, stdout, stderr } = spawnSync("sqlite3", ["-bail", ...words], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  if (error !== undefined && process.env["REQUIRE_TOOLS"] !== "1") ctx.skip("needs the program sqlite3");
  if (error !== undefined || status !== 0) throw error ?? new Error(`sqlite3 ended with ${status}: ${stderr}`);
  return stdout;
};

/** Reads the `events.ndjson` of a folder into its `check.db`, once, and finds out where each dossier stands. */
export const asked = (ctx: Pick<TestContext, "skip">, folder: string, { from, to }: Question): void => {
  if (!existsSync(join(folder, "check.db"))) sqlite3(ctx, folder, "check.db", ...["load", "dossiers"].map(read));
  const period = `UPDATE question SET first_day = '${from}', end_day = '${to}'`;
  sqlite3(ctx, folder, "check.db", read("question"), period, ...["periods", "standing"].map(read));
};

/** What a script answers about the log that was loaded. */
export const answered = (ctx: Pick<TestContext, "skip">, folder: string, script: string): ReadonlyArray<Line> =>
  JSON.parse(sqlite3(ctx, folder, "-json", "check.db", read(script)));
