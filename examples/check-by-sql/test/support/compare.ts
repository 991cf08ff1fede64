import type { TestContext } from "vitest";
import { expect } from "vitest";
import { flat, motcua } from "./motcua.js";
import { answered, asked, type Question } from "./sql.js";

interface Grouped {
  readonly total: object;
  readonly groups: ReadonlyArray<{ readonly key: object }>;
}

/**
 * Asks the SQL scripts and the command the same about a log that stands in `year.db` and, exported, in `events.ndjson` of a
 * folder, and expects the same figures: all that the reports have, and no others.
 */
export const expectSameFigures = async (
  ctx: Pick<TestContext, "skip">,
  folder: string,
  question: Question,
): Promise<void> => {
  asked(ctx, folder, question);
  const report = <Answer>(name: string, ...by: ReadonlyArray<string>) =>
    motcua<Answer>(
      ...["report", name, "--from", question.from, "--to", question.to, ...by],
      ...["--store", `sqlite:${folder}/year.db`, "--format", "json"],
    );

  const indicators = await report<Grouped & { readonly total: { readonly perDay: object } }>(
    "indicators",
    "--by",
    "month",
  );
  const { perDay, ...total } = indicators.total;
  expect(answered(ctx, folder, "indicators")).toEqual([
    { month: null, ...flat(total) },
    ...indicators.groups.map(({ key, ...group }) => ({ ...key, ...flat(group) })),
  ]);
  expect(answered(ctx, folder, "per-day")).toEqual([flat(perDay)]);

  const { rows } = await report<{ readonly rows: ReadonlyArray<object> }>("ii06");
  expect(answered(ctx, folder, "ii06")).toEqual(rows.map((row) => flat(row)));

  const revenue = await report<Grouped>("revenue", "--by", "unit,kind");
  expect(answered(ctx, folder, "revenue")).toEqual([
    { unit: null, kind: null, ...flat(revenue.total) },
    ...revenue.groups.map(({ key, ...group }) => ({ ...key, ...flat(group) })),
  ]);
};
