import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DOSSIER_COLUMNS } from "../src/tables/dossier-columns.js";
import { EVENT_COLUMNS } from "../src/tables/event-columns.js";

const PARQUET = {
  text: "string",
  integer: "int64",
  instant: "timestamp in UTC, milliseconds",
  date: "date",
} as const;

it("docs/reference/tables.md tells every column of both tables, in their order", () => {
  const page = readFileSync(new URL("../../../docs/reference/tables.md", import.meta.url), "utf8");
  const told = page.split("\n").filter((line) => /^\| `\w+` \|/.test(line));
  expect(told).toEqual(
    [...EVENT_COLUMNS, ...DOSSIER_COLUMNS].map(
      ({ name, kind, meaning }) => `| \`${name}\` | ${PARQUET[kind]} | ${meaning} |`,
    ),
  );
});
