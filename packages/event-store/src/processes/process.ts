import type { Fact } from "../projections/fact.js";

/**
 * What follows from what has happened, as plain functions over one stream at a time (a process manager: G. Hohpe and
 * B. Woolf, "Enterprise Integration Patterns", 2003).
 *
 * Its state is plain JSON, folded from the stream's events. What it wants done is an intent: data with a key. It is carried
 * out at least once, by whoever runs the process; the key is how the effect is done only once.
 *
 * Time is asked for as data. A timer follows from the state, and so from the log: whoever was away for a week finds every
 * timer that has rung since.
 */
export interface Process<State, Wanted extends Intent> {
  readonly name: string;
  /** From 1. Another one folds its states anew, and reacts only to what the one before it had not come to. */
  readonly version: number;
  /** The types of events that it reads; the store sends no others. */
  readonly handles: ReadonlyArray<string>;
  /** Only streams of these categories. Default: all. */
  readonly categories?: ReadonlyArray<string>;
  readonly initial: State;
  readonly evolve: (state: State, event: Fact) => State;
  /** What is wanted because this has happened; `state` is that after the event. */
  readonly react?: (event: Fact, state: State) => ReadonlyArray<Wanted>;
  /** What is wanted when its time has come. A timer is there until the state says that it is not. */
  readonly timers?: (state: State, stream: string) => ReadonlyArray<Timer<Wanted>>;
  /** Nothing is expected of such a stream any more: its state is not kept, and is folded again when an event comes. */
  readonly isOver?: (state: State) => boolean;
}

/** Something that is wanted done, as plain JSON. */
export interface Intent {
  /** The same for the same effect, however often it is wanted; unique in the process. Well-formed text without U+0000. */
  readonly key: string;
}

/** From an instant on, epoch milliseconds, something is wanted; a part of a millisecond is waited for. */
export interface Timer<Wanted extends Intent> {
  readonly at: number;
  readonly intent: Wanted;
}

/** What tells one process from another, and what it reads. */
export type ProcessSource = Pick<Process<unknown, Intent>, "name" | "version" | "handles" | "categories">;
