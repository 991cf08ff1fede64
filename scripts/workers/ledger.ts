import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { EventStore } from "@motcua/event-store";
import { rightOf } from "./right-of.js";

/** How many events each stream was asked to take, and how many it is known to have: what anyone reads lies in between. */
export interface Ledger {
  readonly asked: Map<string, number>;
  readonly answered: Map<string, number>;
}

export const emptyLedger = (): Ledger => ({ asked: new Map(), answered: new Map() });

const STREAMS = 40;

/** Lets a log grow, and keeps the ledger, until the signal. */
export const fill = async (
  log: EventStore,
  { asked, answered }: Ledger,
  random: () => number,
  signal: AbortSignal,
): Promise<void> => {
  const below = (n: number): number => Math.floor(random() * n);
  while (!signal.aborted) {
    const stream = `dossier-${below(STREAMS)}`;
    const events = Array.from({ length: [1, 1, 2, 40][below(4)] ?? 1 }, newEvent);
    asked.set(stream, (asked.get(stream) ?? 0) + events.length);
    const { version } = rightOf(await log.append(stream, events, "any")());
    answered.set(stream, version);
    await sleep(below(20));
  }
};

export const newEvent = () => ({
  id: randomUUID(),
  type: "Counted",
  schemaVersion: 1,
  occurredAt: 0,
  data: {},
  meta: {},
});
