import { dossierRows, HO_CHI_MINH, indicatorsReport, VIETNAM } from "@motcua/core";
import { readView } from "@motcua/event-store";
import { openSqliteEventStore, openSqliteViewStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";
import { argument } from "../measure.ts";

// A report from a view that is kept and up to date: read, brought up to the end of the log, counted.
const store = await openSqliteEventStore({ file: argument(0), mode: "readOnly" })();
const views = await openSqliteViewStore({ file: argument(1), mode: "readOnly" })();
if (isLeft(store) || isLeft(views)) throw new Error("cannot be opened");
const year = { zone: HO_CHI_MINH, onTimeBy: "auto", calendar: VIETNAM, from: "2018-01-01", to: "2019-01-01" } as const;
const taken: number[] = [];
for (let round = 0; round < 15; round++) {
  const began = performance.now();
  const view = await readView(store.right, views.right, dossierRows)();
  if (isLeft(view) || view.right === null) throw new Error("no view");
  if (indicatorsReport(view.right, year).total.received === 0) throw new Error("no report");
  taken.push(performance.now() - began);
}
const sorted = taken.toSorted((a, b) => a - b);
process.stdout.write(
  `${JSON.stringify({ median: sorted[7], first: taken[0], peakMB: process.resourceUsage().maxRSS / 1_000 })}\n`,
);
