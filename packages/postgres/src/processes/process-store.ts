import {
  type DeadIntent,
  type ProcessChange,
  type ProcessName,
  type ProcessPlace,
  type ProcessRow,
  type ProcessStanding,
  type ProcessStore,
  unavailable,
  type ViewStoreError,
} from "@motcua/event-store";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { Database, Row } from "../database.js";
import { rowsOf, tableFailure } from "../views/asking.js";
import { statementsIn } from "./statements.js";

/** States of processes in this schema of this database. */
export const processStoreOver = (database: Database): ProcessStore => {
  const statements = statementsIn(database.schema);
  let ended: Promise<void> | undefined;

  /** Runs a statement, and reads its answer. */
  const run =
    <E, A>(
      name: keyof typeof statements,
      values: ReadonlyArray<unknown>,
      read: (rows: ReadonlyArray<Row>) => Either<E, A>,
    ): TaskEither<E | ViewStoreError, A> =>
    async () => {
      if (ended !== undefined) return left(unavailable("the process store is closed"));
      try {
        return read(await rowsOf(database, `processes:${name}`, statements[name], values));
      } catch (cause) {
        return left(tableFailure("a table of processes", cause));
      }
    };

  const list = <A>(name: keyof typeof statements, values: ReadonlyArray<unknown>): TaskEither<ViewStoreError, A[]> =>
    run(name, values, (rows) => right(rows.map(([json = ""]) => JSON.parse(json))));

  return {
    places: (name) => list<ProcessPlace>("places", [name]),
    processes: list<ProcessStanding>("processes", []),
    rows: (process, streams) => list<ProcessRow>("rows", [...nameOf(process), JSON.stringify(streams)]),
    due: (process, at, limit) => list<ProcessRow>("due", [...nameOf(process), at, limit]),
    deadIntents: (process) => list<DeadIntent>("deadIntents", nameOf(process)),
    save: (process, change) =>
      run("save", [...nameOf(process), ...valuesOf(change)], (rows) => {
        const { name, version } = process;
        return rows.length === 0
          ? left({ code: "ProcessOvertaken", process: { name, version } } as const)
          : right(undefined);
      }),
    forget: (process) => run("forget", nameOf(process), () => right(undefined)),
    close: () => {
      ended ??= database.close();
      return ended;
    },
  };
};

const nameOf = ({ name, version }: ProcessName) => [name, version] as const;

/** One statement writes no row twice: what is put and taken away in one change is taken away. */
const valuesOf = ({ from, to, rows = [], over = [], dead = [], revived = [] }: ProcessChange) => {
  const [ended, done] = [new Set(over), new Set(revived)];
  return [
    from?.cursor ?? null,
    from?.folded ?? null,
    to.cursor,
    to.folded,
    to.last && JSON.stringify(to.last),
    to.quietUntil && JSON.stringify(to.quietUntil),
    JSON.stringify(rows.filter(({ stream }) => !ended.has(stream))),
    JSON.stringify(over),
    JSON.stringify(dead.filter(({ key }) => !done.has(key))),
    JSON.stringify(revived),
  ];
};
