import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type DossierEventData, dossierEvent, fromEpochDay, toEpochDay } from "@motcua/core";
import { tick } from "@motcua/notices";
import { openSqliteEventStore, openSqliteProcessStore } from "@motcua/sqlite";
import { v7 } from "uuid";
import { deskRules, orThrow } from "../desk-rules.ts";

// So many open dossiers, of which a hundred fall due in each of a few rounds. Their ids are in the order of reception, as
// those that follow from the time are.
const [open = "1000", folder = "."] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const store = orThrow(await openSqliteEventStore({ file: join(folder, "log.db") })());
const states = orThrow(await openSqliteProcessStore({ file: join(folder, "views.db") })());

const DUE = 100;
const ROUNDS = 9;
const BATCH = 5_000;
const FIRST = toEpochDay("2018-07-02");
const vn = (day: number, time: string) => Date.parse(`${fromEpochDay(day)}T${time}+07:00`);

const received = (n: number): DossierEventData<"DossierReceived"> => ({
  subjectRef: `subject-${n}`,
  centre: "bac-ninh",
  unit: "land office",
  agency: "land office",
  procedure: { code: "1.001776", version: 1, field: "land" },
  channel: "inPerson",
  // A few fall due one day after the other; the others long after.
  promisedDue: { kind: "date", date: fromEpochDay(n < DUE * ROUNDS ? FIRST + 1 + Math.floor(n / DUE) : FIRST + 300) },
});

for (let n = 0; n < Number(open); n += BATCH)
  for (const answer of await Promise.all(
    Array.from({ length: Math.min(BATCH, Number(open) - n) }, (_, k) => {
      const event = dossierEvent("DossierReceived", vn(FIRST, "09:00"), received(n + k));
      return store.append(
        `dossier-${String(n + k).padStart(7, "0")}`,
        [{ ...event, id: v7(), schemaVersion: 1, meta: {} }],
        0,
      )();
    }),
  ))
    orThrow(answer);

const rules = { ...deskRules, deadlines: { ...deskRules.deadlines, dossier: [] } };
const round = (at: number) => tick({ store, states, rules }, at)();
orThrow(await round(vn(FIRST, "10:00")));
const times: number[] = [];
for (let day = 0; day < ROUNDS; day++) {
  const began = performance.now();
  orThrow(await round(vn(FIRST + 2 + day, "00:00")));
  times.push(performance.now() - began);
}
await Promise.all([store.close(), states.close()]);
const milliseconds = times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)];
process.stdout.write(JSON.stringify({ open: Number(open), due: DUE, milliseconds }));
