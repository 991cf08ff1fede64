import { type AppendError, type Appended, checkEvents, type EventStore } from "@motcua/event-store";
import { type Either, isLeft, left } from "fp-ts/lib/Either.js";
import { quoted, runSql } from "./database.js";
import { failure, isLostRace } from "./failure.js";
import { insertRows } from "./insert-rows.js";
import { lookForAll } from "./look.js";
import type { PostgresClient } from "./options.js";
import { plan } from "./plan.js";

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
    const sql = runSql(client, false);
    const append = async (): Promise<Either<AppendError, Appended>> => {
      const requests = [{ stream, events: events.right, expected }];
      const { rows, answers } = plan(requests, await lookForAll(sql, quoted(schema), requests));
      if (rows.length > 0) await insertRows(client, sql, quoted(schema), rows);
      return answers[0] ?? left(failure(undefined));
    };
    try {
      await sql("", "SAVEPOINT motcua");
      const answer = await append();
      await sql("", "RELEASE SAVEPOINT motcua");
      return answer;
    } catch (cause) {
      await sql("", "ROLLBACK TO SAVEPOINT motcua").catch(() => undefined);
      return left(
        isLostRace(cause) ? { code: "VersionConflict", stream, expected, actual: null } : failure(cause, true),
      );
    }
  };
