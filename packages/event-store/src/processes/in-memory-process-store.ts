import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { type StoreUnavailable, unavailable } from "../errors.js";
import type {
  DeadIntent,
  ProcessChange,
  ProcessCheckpoint,
  ProcessName,
  ProcessPlace,
  ProcessRow,
  ProcessStanding,
  ProcessStore,
} from "./process-store.js";

/** States of processes in memory, for tests and for one process that folds anew when it starts. */
export const inMemoryProcessStore = (): ProcessStore => {
  const kept = new Map<string, Kept>();
  let closed = false;

  const open =
    <E, A>(work: () => Either<E, A>): TaskEither<E | StoreUnavailable, A> =>
    async () =>
      closed ? left(unavailable("the process store is closed")) : work();

  return {
    places: (name) =>
      open(() =>
        right(
          [...kept.values()]
            .filter((each) => each.name === name)
            .map(placeOf)
            .toSorted(byNameAndVersion),
        ),
      ),
    processes: open(() => right([...kept.values()].map(standingOf).toSorted(byNameAndVersion))),
    rows: (process, streams) =>
      open(() => right([...new Set(streams)].flatMap((stream) => kept.get(keyOf(process))?.rows.get(stream) ?? []))),
    due: (process, at, limit) =>
      open(() => {
        const rows = [...(kept.get(keyOf(process))?.rows.values() ?? [])];
        return right(
          rows
            .filter(({ wakeAt }) => wakeAt !== null && wakeAt <= at)
            .toSorted(byWaking)
            .slice(0, limit),
        );
      }),
    deadIntents: (process) => open(() => right([...(kept.get(keyOf(process))?.dead.values() ?? [])].toSorted(byAge))),
    save: (process, change) =>
      open(() => {
        const { name, version } = process;
        const before = kept.get(keyOf(process));
        if (!isSamePlace(before?.checkpoint ?? null, change.from))
          return left({ code: "ProcessOvertaken", process: { name, version } } as const);
        const after = before ?? { name, version, checkpoint: change.to, rows: new Map(), dead: new Map() };
        apply(after, change);
        kept.set(keyOf(process), after);
        return right(undefined);
      }),
    forget: (process) =>
      open(() => {
        kept.delete(keyOf(process));
        return right(undefined);
      }),
    close: async () => {
      closed = true;
    },
  };
};

interface Kept extends ProcessName {
  checkpoint: ProcessCheckpoint;
  readonly rows: Map<string, ProcessRow>;
  readonly dead: Map<string, DeadIntent>;
}

const apply = (kept: Kept, { to, rows = [], over = [], dead = [], revived = [] }: ProcessChange): void => {
  kept.checkpoint = to;
  for (const row of rows) kept.rows.set(row.stream, row);
  for (const stream of over) kept.rows.delete(stream);
  for (const intent of dead) kept.dead.set(intent.key, intent);
  for (const key of revived) kept.dead.delete(key);
};

const isSamePlace = (a: ProcessCheckpoint | null, b: ProcessCheckpoint | null): boolean =>
  a === null || b === null ? a === b : a.cursor === b.cursor && a.folded === b.folded;

const placeOf = ({ name, version, checkpoint }: Kept): ProcessPlace => ({ name, version, checkpoint });

const standingOf = ({ rows, dead, ...kept }: Kept): ProcessStanding => ({
  ...placeOf({ rows, dead, ...kept }),
  streams: rows.size,
  wakeAt: [...rows.values()].reduce<number | null>((first, { wakeAt }) => earlier(first, wakeAt), null),
  deadIntents: dead.size,
});

const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

const keyOf = ({ name, version }: ProcessName): string => `${version} ${name}`;

const byNameAndVersion = (a: ProcessName, b: ProcessName): number =>
  a.name === b.name ? a.version - b.version : a.name < b.name ? -1 : 1;

const byWaking = (a: ProcessRow, b: ProcessRow): number =>
  (a.wakeAt ?? 0) - (b.wakeAt ?? 0) || (a.stream < b.stream ? -1 : 1);

const byAge = (a: DeadIntent, b: DeadIntent): number => a.at - b.at || (a.key < b.key ? -1 : 1);
