import type { Fact, Projection } from "@motcua/event-store";

/** What a view holds of one stream: how many of its events were folded, and the last of them. They are the same number. */
export interface Tally {
  readonly count: number;
  readonly version: number;
}

/** How often each stream was counted: who counts an event twice, or leaves one out, shows. */
export type Tallies = Map<string, Tally>;

export const tallies: Required<Projection<Tallies>> = {
  name: "tallies",
  version: 1,
  handles: ["Counted"],
  empty: () => new Map(),
  step: (view, { stream, version }: Fact) => view.set(stream, { count: (view.get(stream)?.count ?? 0) + 1, version }),
  concat: (a, b) => new Map([...a, ...b]),
};
