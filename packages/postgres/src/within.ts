import { type AppendError, type Appended, checkEvents, type EventStore, unavailable } from "@motcua/event-store";
import { type Either, isLeft, left } from "fp-ts/lib/Either.js";
import { quoted, type Row, type RunSql } from "./database.js";
import { failure, isLostRace } from "./failure.js";
import { insertRows } from "./insert-rows.js";
import { lookForAll } from "./look.js";
import type { PostgresClient } from "./options.js";
import { plan } from "./plan.js";

/** How often an append is decided anew that lost a race; each time somebody else has committed. */
const ATTEMPTS = 10;

/**
 * Appends in the caller's own transaction, over the caller's connection: the events are in the log if and when it commits,
 * together with whatever else it writes. To be called between the caller's `BEGIN` and `COMMIT`.
 *
 * An append that fails leaves the transaction as it was. Until the transaction ends, readers of the whole log wait at this
 * place, and appends of others to the same stream wait too: keep it short.
 *
 * @param client  a `Client` or `PoolClient` of `pg`, in a transaction of isolation level READ COMMITTED
 *
 * @example
 * await client.query("BEGIN");
 * const answer = await appendWithin(client)("dossier-1", events, "none")();
 * await client.query("INSERT INTO inbox VALUES ('dossier-1')");
 * await client.query(isLeft(answer) ? "ROLLBACK" : "COMMIT");
 */
export const appendWithin =
  (client: PostgresClient, { schema = "motcua" }: { readonly schema?: string } = {}): EventStore["append"] =>
  (stream, given, expected) =>
  async () => {
    const events = checkEvents(stream, given);
    if (isLeft(events)) return events;
    const sql = statementsOf(client);
    const append = async (): Promise<Either<AppendError, Appended>> => {
      const requests = [{ stream, events: events.right, expected }];
      const { rows, answers } = plan(requests, await lookForAll(sql, quoted(schema), requests));
      if (rows.length > 0) await insertRows(client, sql, quoted(schema), rows);
      return answers[0] ?? left(failure(undefined));
    };
    const attempt = async (more: number): Promise<Either<AppendError, Appended>> => {
      await client.query("SAVEPOINT motcua");
      try {
        return await append();
      } catch (cause) {
        await client.query("ROLLBACK TO SAVEPOINT motcua");
        if (!isLostRace(cause)) throw cause;
        return more > 1 ? attempt(more - 1) : left(unavailable("others write to this stream without a pause", cause));
      } finally {
        await client.query("RELEASE SAVEPOINT motcua");
      }
    };
    try {
      return await attempt(ATTEMPTS);
    } catch (cause) {
      // Never in doubt: nothing is committed before the caller does it.
      return left(failure(cause));
    }
  };

/** Every column as the text that PostgreSQL sends. */
const AS_TEXT = { getTypeParser: () => (text: string) => text };

/** Over a client that is not ours, in the driver's own way, and without a statement that is kept in its session. */
const statementsOf = (client: PostgresClient): RunSql => {
  const run = async (_: string, text: string, values: ReadonlyArray<unknown> = [], read = (row: Row): unknown => row) =>
    (await client.query({ text, values, rowMode: "array", types: AS_TEXT })).rows.map(read);
  return run as RunSql;
};
