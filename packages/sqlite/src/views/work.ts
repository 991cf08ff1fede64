import { unavailable, type ViewStoreError } from "@motcua/event-store";
import { type Either, left } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { Connection } from "../driver.js";
import { failure, sqliteCode } from "../failure.js";

type Work = <E, A>(work: () => Either<E, A>) => TaskEither<E | ViewStoreError, A>;

/**
 * Work over a file of views: reading, and writing in one transaction, which waits for other writers before it reads. Where
 * the tables were dropped they are made again when the file is next opened, and what they held is folded.
 *
 * @param kept  what is kept in it, in words: `view`, `process`
 */
export const workOver = (connection: Connection, kept: string): { readonly read: Work; readonly write: Work } => {
  const read: Work = (work) => async () => {
    if (!connection.open) return left(unavailable(`the ${kept} store is closed`));
    try {
      return work();
    } catch (cause) {
      return left(failureOf(kept, cause));
    }
  };
  const write: Work = (work) =>
    read(() => {
      connection.exec("BEGIN IMMEDIATE");
      try {
        const done = work();
        connection.exec("COMMIT");
        return done;
      } finally {
        if (connection.inTransaction) connection.exec("ROLLBACK");
      }
    });
  return { read, write };
};

const failureOf = (kept: string, cause: unknown): ViewStoreError =>
  sqliteCode(cause) === "SQLITE_ERROR"
    ? {
        code: "StoreDamaged",
        detail: `a table of the ${kept} store is missing: open the ${kept} store again, and fold anew`,
        cause,
      }
    : failure(cause);

/** Statements that are prepared when they are first needed, so that a table which is gone is told of by the call that needs it. */
export const preparedOver = (connection: Connection) => {
  const known = new Map<string, ReturnType<Connection["prepare"]>>();
  return (text: string) => () => {
    const statement = known.get(text) ?? connection.prepare(text);
    known.set(text, statement);
    return statement;
  };
};
