import { halves, unavailable, type WriteAnswer, type WriteRequest } from "@motcua/event-store";
import { isLeft, left } from "fp-ts/lib/Either.js";
import { patienceOf } from "./connect.js";
import type { Connection } from "./driver.js";
import { failure, sqliteCode } from "./failure.js";
import type { Care, Writer } from "./writer.js";

type Commit = (requests: ReadonlyArray<WriteRequest>) => ReadonlyArray<WriteAnswer>;

/**
 * Writes requests in one transaction, and answers each by itself.
 *
 * Where something unforeseen is thrown (a hook, a full disk), everything is undone and done again in halves, so that in
 * the end only the guilty ones fail.
 */
export const makeCommit = (connection: Connection, writer: Writer): Commit => {
  const begin = connection.prepare("BEGIN IMMEDIATE");
  const commit = connection.prepare("COMMIT");
  const rollback = connection.prepare("ROLLBACK");

  const patience = patienceOf(connection);
  let held = false;

  /** Those who waited behind an append that found the file held do not wait as long once more, until it is free again. */
  const beginInTime = () => {
    try {
      begin.run();
      if (held) connection.pragma(`busy_timeout = ${patience}`);
      held = false;
    } catch (cause) {
      held ||= sqliteCode(cause)?.startsWith("SQLITE_BUSY") === true;
      if (held) connection.pragma(`busy_timeout = ${Math.floor(patience / 20)}`);
      throw cause;
    }
  };

  const undo = () => {
    writer.undone();
    try {
      if (connection.inTransaction) rollback.run();
    } catch {
      // A transaction that can be neither kept nor undone: nothing more must pass over this connection.
      connection.close();
    }
  };

  const attempt = (requests: ReadonlyArray<WriteRequest>, care: Care): ReadonlyArray<WriteAnswer> => {
    try {
      beginInTime();
    } catch (cause) {
      return requests.map(() => left(failure(cause)));
    }
    let answers: ReadonlyArray<WriteAnswer>;
    try {
      answers = writer.write(requests, care);
    } catch (cause) {
      undo();
      if (care === "trusting") return attempt(requests, "careful");
      return requests.length === 1 ? [left(failure(cause))] : halves(requests).flatMap((half) => attempt(half, care));
    }
    try {
      commit.run();
    } catch (cause) {
      undo();
      return answers.map((answer) =>
        left(isLeft(answer) ? unavailable("the commit failed", cause) : failure(cause, true)),
      );
    }
    return answers;
  };

  return (requests) => attempt(requests, "trusting");
};
