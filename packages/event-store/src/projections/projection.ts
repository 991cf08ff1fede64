import type { Fact } from "./fact.js";

/**
 * A view as a fold over the log. It is structured data, as `structuredClone` copies it: maps, sets, typed arrays and whatever
 * JSON has, but no functions; so it goes from thread to thread, and is kept as it is.
 *
 * `empty()` makes an accumulator that the fold then owns: `step` may change it in place and returns it. It has no effects:
 * who acts upon events reads the log for itself, with a checkpoint of its own, which no rebuilding of a view touches. Where
 * `concat` is given, folding two shards of whole streams apart and joining them equals folding all.
 */
export interface Projection<View, Event = Fact> {
  readonly name: string;
  /** From 1; another one is another view, which is built beside the first. */
  readonly version: number;
  /** The types of events that it reads; the store sends no others. */
  readonly handles: ReadonlyArray<string>;
  readonly empty: () => View;
  readonly step: (view: View, event: Event) => View;
  readonly concat?: (a: View, b: View) => View;
}

/** What tells one projection from another, and what it reads. */
export type ProjectionSource = Pick<Projection<unknown>, "name" | "version" | "handles">;
