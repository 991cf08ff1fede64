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
import { type Database, type Row, withConnection } from "../database.js";
import { rowsOf, tableFailure } from "../views/asking.js";
import { statementsIn } from "./statements.js";

/** States of processes in this schema of this database. */
export const processStoreOver = (database: Database): ProcessStore => {
  const statements = statementsIn(database.schema);
  let ended: Promise<void> | undefined;

  const asking =
    <E, A>(ask: () => Promise<Either<E, A>>): TaskEither<E | ViewStoreError, A> =>
    async () => {
      if (ended !== undefined) return left(unavailable("the process store is closed"));
      try {
        return await ask();
      } catch (cause) {
        return left(tableFailure("process", cause));
      }
    };

  /** Runs a statement, and reads its answer. */
  const run = <E, A>(
    name: keyof typeof statements,
    values: ReadonlyArray<unknown>,
    read: (rows: ReadonlyArray<Row>) => Either<E, A>,
  ): TaskEither<E | ViewStoreError, A> =>
    asking(async () => read(await rowsOf(database, `processes:${name}`, statements[name], values)));

  const list = <A>(name: keyof typeof statements, values: ReadonlyArray<unknown>): TaskEither<ViewStoreError, A[]> =>
    run(name, values, (rows) => right(rows.map(([json = ""]) => JSON.parse(json))));

  return {
    places: (name) => list<ProcessPlace>("places", [name]),
    processes: list<ProcessStanding>("processes", []),
    rows: (process, streams) => list<ProcessRow>("rows", [...nameOf(process), streams]),
    due: (process, at, limit) => list<ProcessRow>("due", [...nameOf(process), at, limit]),
    deadIntents: (process) => list<DeadIntent>("deadIntents", nameOf(process)),
    save: (process, change) =>
      run("save", [...nameOf(process), ...valuesOf(change)], (rows) => {
        const { name, version } = process;
        return rows.length === 0
          ? left({ code: "ProcessOvertaken", process: { name, version } } as const)
          : right(undefined);
      }),
    // By two statements: one alone would not see, and would leave behind, what another has written while it waited.
    forget: (process) =>
      asking(() =>
        withConnection(database, async ({ client, sql }) => {
          await client.query("BEGIN ISOLATION LEVEL READ COMMITTED");
          await sql("processes:hold", statements.hold, nameOf(process));
          await sql("processes:forget", statements.forget, nameOf(process));
          await client.query("COMMIT");
          return right(undefined);
        }),
      ),
    close: () => {
      ended ??= database.close();
      return ended;
    },
  };
};

const nameOf = ({ name, version }: ProcessName) => [name, version] as const;

const valuesOf = ({ from, to, rows = [], over = [], dead = [], revived = [] }: ProcessChange) => {
  const streams = toWrite(rows, over, ({ stream }) => stream);
  const intents = toWrite(dead, revived, ({ key }) => key);
  return [
    from?.cursor ?? null,
    from?.folded ?? null,
    to.cursor,
    to.folded,
    to.last && JSON.stringify(to.last),
    to.quietUntil && JSON.stringify(to.quietUntil),
    JSON.stringify(streams.map((row) => ({ ...row, rung: JSON.stringify(row.rung) }))),
    over,
    JSON.stringify(intents.map((intent) => ({ ...intent, reason: JSON.stringify(intent.reason) }))),
    revived,
  ];
};

/** One statement writes no row twice: the last of each, unless it is taken away in the same change. */
const toWrite = <A>(given: ReadonlyArray<A>, gone: ReadonlyArray<string>, keyOf: (each: A) => string): A[] => {
  const last = new Map(given.map((each) => [keyOf(each), each]));
  for (const key of gone) last.delete(key);
  return [...last.values()];
};
