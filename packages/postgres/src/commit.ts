import { setTimeout as sleep } from "node:timers/promises";
import { type Committer, halves, unavailable, type WriteAnswer, type WriteRequest } from "@motcua/event-store";
import { isLeft, isRight, left } from "fp-ts/lib/Either.js";
import type { Database, Lent } from "./database.js";
import { failure, isHeld, mayGoBetter } from "./failure.js";
import { lookForAll, lookForVersions, NOTHING_SEEN, type Seen } from "./look.js";
import type { PostgresOptions } from "./options.js";
import { expectedVersion, type Plan, plan } from "./plan.js";
import { type Refusal, writeRows, writeWith } from "./write.js";

/**
 * Whether to look before writing. An append that names a version needs no look: the log takes its rows only if they are
 * the next of their stream and their ids are new. What it refuses is then looked into, `"careful"`.
 */
type Care = "trusting" | "careful";

/** Longest pause of whoever has lost a race, in milliseconds. */
const PAUSE_MS = 10;

/**
 * Writes requests in one transaction, and answers each by itself. What the log refuses is done again with a look first;
 * then in halves, so that in the end only the guilty ones fail; and whoever lost a race is decided anew.
 */
export const makeCommit = (
  database: Pick<Database, "schema" | "lend">,
  { inTransaction, timeoutMs = 30_000 }: Pick<PostgresOptions, "inTransaction" | "timeoutMs">,
): Committer["commit"] => {
  const { schema } = database;
  const write = inTransaction === undefined ? writeRows : writeWith(inTransaction);

  const look = ({ sql }: Lent, requests: ReadonlyArray<WriteRequest>, care: Care): Promise<Seen> => {
    if (care === "careful") return lookForAll(sql, schema, requests);
    return lookForVersions(
      sql,
      schema,
      requests.filter((request) => !namesItsPlace(request)),
    );
  };

  /** Answers; or, where they may turn out otherwise after a closer look, why nothing was written. */
  const tryOnce = async (
    lent: Lent,
    requests: ReadonlyArray<WriteRequest>,
    care: Care,
  ): Promise<ReadonlyArray<WriteAnswer> | Refusal> => {
    let planned: Plan | undefined;
    let broken = true;
    try {
      const sure = care === "trusting" && requests.every(namesItsPlace);
      planned = plan(requests, sure ? NOTHING_SEEN : await look(lent, requests, care));
      const unsure = care === "trusting" && planned.answers.some(isLeft);
      const { rows } = planned;
      const refusal = unsure ? UNSURE : rows.length > 0 ? await write(lent, schema, rows) : undefined;
      broken = false;
      return refusal ?? planned.answers;
    } catch (cause) {
      const unanswered = left(failure(cause, planned !== undefined));
      return (
        planned?.answers.map((answer) => (isRight(answer) ? unanswered : answer)) ?? requests.map(() => unanswered)
      );
    } finally {
      lent.giveBack(broken);
    }
  };

  const attempt = async (
    requests: ReadonlyArray<WriteRequest>,
    care: Care,
    until: number,
  ): Promise<ReadonlyArray<WriteAnswer>> => {
    let lent: Lent;
    try {
      lent = await database.lend();
    } catch (cause) {
      return requests.map(() => left(failure(cause)));
    }
    const tried = await tryOnce(lent, requests, care);
    if (!("cause" in tried)) return tried;
    if (care === "trusting" && !isHeld(tried.cause)) return attempt(requests, "careful", until);
    if (requests.length > 1) {
      const [first = [], second = []] = halves(requests);
      return [...(await attempt(first, care, until)), ...(await attempt(second, care, until))];
    }
    if (!(tried.by === "log" && mayGoBetter(tried.cause)))
      return [left(tried.by === "hook" ? unavailable("inTransaction failed", tried.cause) : failure(tried.cause))];
    if (performance.now() > until)
      return [left(unavailable("others write to this stream without a pause", tried.cause))];
    await sleep(Math.random() * PAUSE_MS);
    return attempt(requests, care, until);
  };

  return (requests) => attempt(requests, "trusting", performance.now() + timeoutMs);
};

const UNSURE: Refusal = { by: "log", cause: undefined };

const namesItsPlace = (request: WriteRequest): boolean =>
  request.stream === undefined || (request.events.length > 0 && expectedVersion(request) !== undefined);
