import { setTimeout as sleep } from "node:timers/promises";
import type { RunSql } from "./database.js";

/** How far the log may be read. */
export interface Settled {
  /** Nothing can later appear at or before this position. */
  readonly position: number;
  /** The last position that had been drawn when we looked; beyond `position` where somebody is still writing. */
  readonly head: number;
  /** Whether the position is the end of an append; one that was being drawn as we looked may have been cut in two. */
  readonly whole: boolean;
  /** Those who are still writing at or before `head`, by their transactions; empty where nobody is. */
  readonly writers: ReadonlyArray<string>;
}

/**
 * Up to where the log is settled, without anyone's waiting.
 *
 * A transaction that writes takes a shared advisory lock before it draws its first position, and the number of that lock
 * is the last position drawn before. So we look at the head first, and at the locks after it: whoever drew a position up
 * to that head had its lock before, and either still holds it, and tells where its positions begin, or has ended, and
 * what it wrote is seen by every statement that begins from now on. Whoever is not among the locks yet will draw from
 * beyond the head.
 *
 * The order of the looks is that of one statement: the locks are looked up for the row that holds the head, and the
 * head once more for the row that holds the locks. If it has not moved, nobody drew a position meanwhile: then whoever
 * has drawn some, and not all, of its positions is still among the locks, and what is settled ends with a whole append.
 */
export const lookAtHead = async (sql: RunSql, schema: string): Promise<Settled | "replica"> => {
  const [row] = await sql("head", HEAD(schema), [`${schema}.events`]);
  const [last = "0", replica, held, lastAfterwards] = row ?? [];
  if (replica === "t") return "replica";
  const head = Number(last);
  const locks = (held ?? "")
    .split(" ")
    .filter(Boolean)
    .map((lock) => lock.split("@"));
  const writers = locks.map(([begin, transaction = ""]) => ({
    before: wholePosition(Number(begin), head),
    transaction,
  }));
  return {
    head,
    whole: last === lastAfterwards,
    position: Math.min(head, ...writers.map(({ before }) => before)),
    writers: writers.flatMap(({ before, transaction }) => (before < head ? [transaction] : [])),
  };
};

/** Waits until these transactions have ended, or the time is over. */
export const waitFor = async (sql: RunSql, writers: ReadonlyArray<string>, forMs: number): Promise<void> => {
  const until = performance.now() + forMs;
  for (let pause = 1; performance.now() < until; pause = Math.min(2 * pause, 50)) {
    const [row] = await sql("writers", WRITERS, [writers.join(" ")]);
    if (row?.[0] === "0") return;
    await sleep(pause);
  }
};

/**
 * The position of the last event at or before a settled one. A cursor may not stand beyond it: a position that was drawn and
 * not used may be drawn once more after a crash of the server, which remembers no more than what was committed.
 */
export const lastStored = async (sql: RunSql, schema: string, settled: number): Promise<number> => {
  const [row] = await sql("stored", `SELECT coalesce(max(position), 0) FROM ${schema}.events WHERE position <= $1`, [
    settled,
  ]);
  return Number(row?.[0]);
};

/** The last position that was drawn. */
const LAST = "CASE WHEN is_called THEN last_value ELSE 0 END";

const HEAD = (schema: string): string => `
SELECT t.head, pg_is_in_recovery(), t.held, (SELECT ${LAST} FROM ${schema}.events_position_seq WHERE t.held IS DISTINCT FROM '')
FROM (
  SELECT s.head, (
    SELECT string_agg(l.objid || '@' || l.virtualtransaction, ' ') FROM pg_locks l
    WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.classid = $1::regclass::oid AND s.head >= 0
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  ) AS held
  FROM (SELECT ${LAST} AS head FROM ${schema}.events_position_seq OFFSET 0) s OFFSET 0
) t`;

const WRITERS = `
SELECT count(*) FROM pg_locks
WHERE locktype = 'advisory' AND virtualtransaction = ANY(string_to_array($1, ' '))`;

/** The number of a lock holds the last 32 bits of a position. */
const WRAP = 2 ** 32;

/** The position up to `head` that ends with these bits; the head itself for one beyond it, drawn since we looked. */
export const wholePosition = (bits: number, head: number): number => {
  const behind = (((head - bits) % WRAP) + WRAP) % WRAP;
  return behind < WRAP / 2 ? Math.max(0, head - behind) : head;
};
