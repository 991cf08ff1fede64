import { appendFileSync } from "node:fs";
import { type ClientPackage, eventStoreHistories } from "@motcua/testkit";
import { it } from "vitest";
import { freshPlace, subjectOf } from "./server.js";

const HISTORIES = process.env["MOTCUA_TIER"] === "nightly" ? 10_000 : 300;
/** One of the clients waits 40 ms for a read, whatever the server: meanwhile other histories are played. */
const AT_ONCE = 5;
const SEED = Number(process.env["MOTCUA_SEED"] ?? Date.now() % 1_000_000);

/** Many callers at once, through two stores on one log. */
export const histories = (name: ClientPackage): void => {
  for (let part = 0; part < AT_ONCE; part++)
    eventStoreHistories({
      name: `EventStoreDB over ${name}, part ${part + 1} of ${AT_ONCE}`,
      ...subjectOf(() => freshPlace(name, "batch")),
      uniqueIds: "slot",
      histories: HISTORIES / AT_ONCE,
      seed: SEED + part,
      it: (title, body) => it.concurrent(title, { timeout: 3_600_000 }, body),
      played: (figures) => {
        const report = process.env["MOTCUA_FIGURES"];
        const suite = `histories-${name}`;
        if (report !== undefined) appendFileSync(report, `${JSON.stringify({ suite, ...figures })}\n`);
      },
    });
};
