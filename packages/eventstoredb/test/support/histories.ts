import { appendFileSync } from "node:fs";
import { type ClientPackage, eventStoreHistories } from "@motcua/testkit";
import { it } from "vitest";
import { freshPlace, subjectOf } from "./server.js";

const HISTORIES = process.env["MOTCUA_TIER"] === "nightly" ? 10_000 : 300;

/** Many callers at once, through two stores on one log. */
export const histories = (name: ClientPackage): void => {
  const suite = `histories-${name}`;
  eventStoreHistories({
    name: `EventStoreDB over ${name}`,
    ...subjectOf(() => freshPlace(name, "batch")),
    uniqueIds: "slot",
    histories: HISTORIES,
    it: (name, body) => it(name, { timeout: 3_600_000 }, body),
    played: (figures) => {
      const report = process.env["MOTCUA_FIGURES"];
      if (report !== undefined) appendFileSync(report, `${JSON.stringify({ suite, ...figures })}\n`);
    },
  });
};
