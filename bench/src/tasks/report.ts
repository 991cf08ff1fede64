import { dossierRows, indicatorsReport, type LocalDate, VIETNAM } from "@motcua/core";
import { project } from "@motcua/event-store";
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";
import { argument, measure } from "../measure.ts";

// What `motcua report indicators` does: read, fold, and compute the year by month.
await measure(async () => {
  const opened = await openSqliteEventStore({ file: argument(0), mode: "readOnly" })();
  if (isLeft(opened)) throw new Error(opened.left.code);
  let events = 0;
  const rows = await project(opened.right, dossierRows, {
    progress: (folded) => {
      events = folded;
    },
  })();
  if (isLeft(rows)) throw new Error(rows.left.code);
  const { total } = indicatorsReport(rows.right, {
    zone: VIETNAM.zone,
    calendar: VIETNAM,
    onTimeBy: "auto",
    by: ["month"],
    from: "2018-01-01" as LocalDate,
    to: "2019-01-01" as LocalDate,
  });
  if (total.received === 0) throw new Error("nothing was received");
  await opened.right.close();
  return events;
});
