import { setTimeout as sleep } from "node:timers/promises";
import { type EventStore, readView, type ViewStore } from "@motcua/event-store";
import { expect } from "vitest";
import type { Ledger } from "./ledger.js";
import { rightOf } from "./right-of.js";
import { type Tallies, tallies } from "./tallies.js";

/** What was seen while workers came and went. */
export interface Seen {
  /** How often the view was read. */
  readonly looks: number;
  /** How many times a part was seen with another owner than before. */
  readonly owners: number;
  /** How many buildings of the view served, one after the other. */
  readonly builds: number;
}

/** Looks at the view and at its parts until the signal; fails where a count is wrong, the view is gone, or a part goes back. */
export const watch = async (log: EventStore, views: ViewStore, ledger: Ledger, signal: AbortSignal): Promise<Seen> => {
  const [looks, seen] = await Promise.all([watchCounts(log, views, ledger, signal), watchParts(views, signal)]);
  return { looks, ...seen };
};

const watchCounts = async (log: EventStore, views: ViewStore, ledger: Ledger, signal: AbortSignal): Promise<number> => {
  let looks = 0;
  while (!signal.aborted) {
    const least = new Map(ledger.answered);
    const view = rightOf(await readView(log, views, tallies)());
    if (view === null) expect(looks, "the view is gone").toBe(0);
    else {
      looks++;
      expect(wrongCounts(view, least, ledger.asked)).toEqual([]);
    }
    await sleep(2);
  }
  return looks;
};

const watchParts = async (views: ViewStore, signal: AbortSignal): Promise<Omit<Seen, "looks">> => {
  const [builds, owned, folded] = [new Set<number>(), new Map<string, string>(), new Map<string, number>()];
  let owners = 0;
  while (!signal.aborted) {
    for (const { build, part, serves, owner, checkpoint } of rightOf(await views.parts(tallies)())) {
      const key = `${build}/${part}`;
      if (serves) builds.add(build);
      if (owner !== null && owned.get(key) !== owner) owners++;
      owned.set(key, owner ?? "");
      const now = checkpoint?.folded ?? 0;
      expect(now, `part ${key} went back`).toBeGreaterThanOrEqual(folded.get(key) ?? 0);
      folded.set(key, now);
    }
    await sleep(2);
  }
  return { owners, builds: builds.size };
};

/** The streams whose count is not that of a beginning of the stream, or that of an earlier or later one than it may be. */
export const wrongCounts = (
  view: Tallies,
  least: ReadonlyMap<string, number>,
  most: ReadonlyMap<string, number>,
): ReadonlyArray<string> => {
  const streams = [...new Set([...view.keys(), ...least.keys()])];
  return streams.flatMap((stream) => {
    const { count, version } = view.get(stream) ?? { count: 0, version: 0 };
    const [from, to] = [least.get(stream) ?? 0, most.get(stream) ?? 0];
    const isRight = count === version && from <= count && count <= to;
    return isRight ? [] : [`${stream}: ${count} events up to version ${version}, of ${from} to ${to}`];
  });
};
