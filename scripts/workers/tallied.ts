import { type EventStore, project, type ViewStore } from "@motcua/event-store";
import { expect } from "vitest";
import { newEvent } from "./ledger.js";
import { rightOf } from "./right-of.js";
import { tallies } from "./tallies.js";

export const STREAMS = Array.from({ length: 12 }, (_, n) => `dossier-${n}`);

/** Three more events for each of the streams. */
export const addEvents = async (log: EventStore): Promise<void> => {
  for (const stream of STREAMS) rightOf(await log.append(stream, Array.from({ length: 3 }, newEvent), "any")());
};

/** The counts that a fold of the whole log gives. */
export const countsOf = async (log: EventStore) => rightOf(await project(log, tallies)());

/** Resolves when every part of the view that serves has been saved, up to so many events in all. */
export const hasFolded = async (views: ViewStore, events: number): Promise<void> => {
  const folded = async () => {
    const serving = rightOf(await views.parts()()).filter(({ serves }) => serves);
    return serving.reduce((sum, { checkpoint }) => sum + (checkpoint?.folded ?? 0), 0);
  };
  await expect.poll(folded, { timeout: 20_000 }).toBe(events);
};
