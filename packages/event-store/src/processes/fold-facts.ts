import { categoryOf } from "../event.js";
import type { Fact } from "../projections/fact.js";
import { reasonOf } from "../projections/fold-page.js";
import type { KeptStream, keptStreams } from "./kept-streams.js";
import type { Wish } from "./perform-all.js";
import type { Intent, Process, ProcessSource } from "./process.js";

/** What a page of facts led to. */
export interface FoldedFacts<Wanted extends Intent> {
  /** Streams of which something was folded. */
  readonly touched: ReadonlyArray<string>;
  readonly wishes: ReadonlyArray<Wish<Wanted>>;
  /** Events that the process broke on: they change nothing. */
  readonly broken: ReadonlyArray<Broken>;
}

interface Broken {
  readonly stream: string;
  readonly version: number;
  readonly reason: string;
}

/**
 * Folds facts into the states of their streams, each in its order. What was folded before is passed over: the log sends it
 * again where a change was not saved.
 *
 * @param isQuiet  whether an event comes before the process reacts to any; asked of each in order
 */
export const foldFacts = <State, Wanted extends Intent>(
  process: Process<State, Wanted>,
  streams: Pick<ReturnType<typeof keptStreams<State, Wanted>>, "get" | "set">,
  facts: ReadonlyArray<Fact>,
  isQuiet: (event: Fact) => boolean,
): FoldedFacts<Wanted> => {
  const touched = new Set<string>();
  const wishes = new Map<string, Wanted[]>();
  const broken: Broken[] = [];
  for (const event of facts) {
    const quiet = isQuiet(event);
    const { stream, version } = event;
    const kept = streams.get(stream);
    if (version <= kept.version || !isRead(process, event)) continue;
    touched.add(stream);
    const folded = foldFact(process, kept.state, event, quiet);
    const next: KeptStream<State> = { state: "state" in folded ? folded.state : kept.state, version, rung: kept.rung };
    streams.set(stream, next);
    if ("reason" in folded) broken.push({ stream, version, reason: folded.reason });
    else if (folded.intents.length > 0) wishes.set(stream, [...(wishes.get(stream) ?? []), ...folded.intents]);
  }
  return { touched: [...touched], wishes: [...wishes].map(([stream, intents]) => ({ stream, intents })), broken };
};

const foldFact = <State, Wanted extends Intent>(
  { evolve, react }: Process<State, Wanted>,
  state: State,
  event: Fact,
  quiet: boolean,
): { readonly state: State; readonly intents: ReadonlyArray<Wanted> } | { readonly reason: string } => {
  try {
    const next = evolve(state, event);
    return { state: next, intents: quiet ? [] : (react?.(event, next) ?? []) };
  } catch (cause) {
    return { reason: reasonOf(cause) };
  }
};

/** The store filters by these too, but not while it is quiet. */
const isRead = ({ handles, categories }: ProcessSource, { type, stream }: Fact): boolean =>
  handles.includes(type) && (categories === undefined || categories.includes(categoryOf(stream)));
