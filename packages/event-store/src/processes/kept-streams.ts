import { type Either, filterOrElse, getOrElse, isLeft, map, right, tryCatch } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import type { ReadError } from "../errors.js";
import type { Fact } from "../projections/fact.js";
import type { ProjectedLog } from "../projections/fold-if-free.js";
import { reasonOf } from "../projections/fold-page.js";
import type { ViewStoreError } from "../projections/view-store.js";
import { packState, unpackState } from "./pack-state.js";
import type { Intent, Process, Timer } from "./process.js";
import type { ProcessRow, ProcessStore } from "./process-store.js";

/** What a process knows of one stream. */
export interface KeptStream<State> {
  readonly state: State;
  /** Of the last event that was folded. */
  readonly version: number;
  readonly rung: ReadonlyArray<string>;
}

/** How many are remembered from page to page, so that they need not be read again. */
const REMEMBERED = 20_000;

/**
 * States by stream: remembered, else as they were saved, else folded from the stream itself. Which of the three makes no
 * difference but time.
 */
export const keptStreams = <State, Wanted extends Intent>(
  log: Pick<ProjectedLog, "readStream">,
  states: Pick<ProcessStore, "rows">,
  process: Process<State, Wanted>,
) => {
  const remembered = new Map<string, KeptStream<State>>();

  return {
    get: (stream: string): KeptStream<State> =>
      remembered.get(stream) ?? { state: process.initial, version: 0, rung: [] },
    set: (stream: string, kept: KeptStream<State>): void => {
      // As the latest.
      remembered.delete(stream);
      remembered.set(stream, kept);
    },
    /** Fetches what is needed to fold these facts. */
    fetch: async (facts: ReadonlyArray<Fact>): Promise<Either<ReadError | ViewStoreError, void>> => {
      const unknown = new Map<string, number>();
      for (const { stream, version } of facts)
        if (!remembered.has(stream) && !unknown.has(stream)) unknown.set(stream, version);
      // The first event of a stream needs nothing that was before.
      const older = [...unknown].filter(([, version]) => version > 1);
      if (older.length === 0) return right(undefined);
      const rows = await states.rows(
        process,
        older.map(([stream]) => stream),
      )();
      if (isLeft(rows)) return rows;
      for (const row of rows.right) remembered.set(row.stream, keptOf(process, row));
      for (const [stream, version] of older) {
        if (remembered.has(stream)) continue;
        const folded = await foldStream(log, process, stream, version - 1);
        if (isLeft(folded)) return folded;
        remembered.set(stream, folded.right);
      }
      return right(undefined);
    },
    /** Of what has been saved, the latest is remembered. */
    trim: (): void => {
      for (const stream of remembered.keys()) {
        if (remembered.size <= REMEMBERED) return;
        remembered.delete(stream);
      }
    },
    forget: (): void => remembered.clear(),
  };
};

export const keptOf = <State, Wanted extends Intent>(
  { initial }: Process<State, Wanted>,
  { state, version, rung }: ProcessRow,
): KeptStream<State> => ({ state: unpackState(initial, state), version, rung });

/** A stream as it is kept, with the time at which to look at it again. */
export const rowOf = <State, Wanted extends Intent>(
  process: Process<State, Wanted>,
  stream: string,
  { state, version, rung }: KeptStream<State>,
  timers: ReadonlyArray<Timer<Wanted>>,
): ProcessRow => {
  const still = rung.filter((key) => timers.some(({ intent }) => intent.key === key));
  const wakeAt = notRung(timers, still).reduce<number | null>(
    (first, { at }) => (first === null ? at : Math.min(first, at)),
    null,
  );
  return { stream, version, state: packState(process.initial, state), wakeAt, rung: still };
};

/** The timers of a state, or what the process broke on when it was asked for them. */
export const timersOf = <State, Wanted extends Intent>(
  { timers }: Process<State, Wanted>,
  state: State,
  stream: string,
): Either<string, ReadonlyArray<Timer<Wanted>>> =>
  pipe(
    tryCatch(() => timers?.(state, stream) ?? [], reasonOf),
    filterOrElse(
      (all) => all.every(({ at }) => Number.isSafeInteger(Math.ceil(at))),
      () => "a timer's time is no instant",
    ),
    // A part of a millisecond is waited for.
    map((all) => (all.every(({ at }) => Number.isInteger(at)) ? all : all.map(roundedUp))),
  );

const roundedUp = <Wanted extends Intent>({ at, intent }: Timer<Wanted>): Timer<Wanted> => ({
  at: Math.ceil(at),
  intent,
});

export const notRung = <Wanted extends Intent>(
  timers: ReadonlyArray<Timer<Wanted>>,
  rung: ReadonlyArray<string>,
): ReadonlyArray<Timer<Wanted>> =>
  rung.length === 0 ? timers : timers.filter(({ intent }) => !rung.includes(intent.key));

const foldStream = async <State, Wanted extends Intent>(
  log: Pick<ProjectedLog, "readStream">,
  { initial, evolve, handles }: Process<State, Wanted>,
  stream: string,
  through: number,
): Promise<Either<ReadError, KeptStream<State>>> => {
  let state = initial;
  for (let from: number | null = 1; from !== null && from <= through; ) {
    const page: Awaited<ReturnType<ReturnType<ProjectedLog["readStream"]>>> = await log.readStream(stream, { from })();
    if (isLeft(page)) return page;
    // An event that the process breaks on changes nothing; it was told of when it came.
    for (const event of page.right.events)
      if (event.version <= through && handles.includes(event.type)) {
        const before = state;
        state = getOrElse(() => before)(tryCatch(() => evolve(before, event), reasonOf));
      }
    from = page.right.next;
  }
  return right({ state, version: through, rung: [] });
};
