import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startOfDay, VIETNAM } from "@motcua/core";
import type { DomainEvent } from "@motcua/event-store";
import { openDesk } from "@motcua/notices";
import { simulateYear } from "@motcua/simulator";
import { openSqliteEventStore, openSqliteProcessStore } from "@motcua/sqlite";
import { deskRules, orThrow } from "../desk-rules.ts";

// Every working hour of a year, a round, while the year happens: what is measured is the rounds alone.
const [dossiers = "1000", folder = ".", queueing = "none"] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const store = orThrow(await openSqliteEventStore({ file: join(folder, "log.db"), commits: "thread" })());
const states = orThrow(await openSqliteProcessStore({ file: join(folder, "views.db") })());

/** What the simulated staff would notice themselves is left to the monitor. */
const MONITORS = new Set(["DossierOverdue", "OpinionOverdueReported"]);
const HOUR = 3_600_000;

const done = { events: 0, ticks: 0, seconds: 0, processorSeconds: 0, dueSoon: 0, overdue: 0, warnings: 0, messages: 0 };
const appended = ({ type, data }: DomainEvent) => {
  if (type === "DossierOverdue") done.overdue++;
  if (type === "MessageQueued") done.messages++;
  if (type !== "DeadlineNoticed") return;
  done.warnings++;
  if ("stage" in data && data.stage === "dueSoon") done.dueSoon++;
};

const nobody = { ...deskRules.messages, staff: [], applicant: {} };
const rules = queueing === "none" ? { ...deskRules, messages: nobody } : deskRules;
const tick = openDesk({ store, states, rules, appended });
const round = async (at: number) => {
  const [began, before] = [performance.now(), process.cpuUsage()];
  orThrow(await tick(at)());
  const { user, system } = process.cpuUsage(before);
  done.seconds += (performance.now() - began) / 1_000;
  done.processorSeconds += (user + system) / 1e6;
  done.ticks++;
};

/** About a tenth of a working day. */
const batch = Math.ceil((Number(dossiers) * 11) / 2_500);
let next = startOfDay(VIETNAM.zone, 17_532) + 8 * HOUR;
for (const appends of simulateYear({ year: 2018, dossiers: Number(dossiers), seed: 1, batch })) {
  const kept = appends.map(({ stream, events }) => ({
    stream,
    events: events.filter(({ type }) => !MONITORS.has(type)),
  }));
  for (const answer of await Promise.all(kept.map(({ stream, events }) => store.append(stream, events, "any")())))
    orThrow(answer);
  done.events += kept.reduce((sum, { events }) => sum + events.length, 0);
  // Decisions about the catalogue are taken long before they hold.
  const last = Math.max(
    ...appends.flatMap(({ stream, events }) =>
      stream.startsWith("dossier-") ? events.map(({ occurredAt }) => occurredAt) : [],
    ),
  );
  if (last < next) continue;
  await round(last);
  next = last + HOUR;
}
await round(next);
await Promise.all([store.close(), states.close()]);
process.stdout.write(JSON.stringify(done));
