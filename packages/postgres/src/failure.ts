import { type AccessDenied, type StoreDamaged, type StoreUnavailable, unavailable } from "@motcua/event-store";

/** What the driver threw, as an error of the port. `sent`: a statement that writes was on its way. */
export const failure = (cause: unknown, sent = false): StoreUnavailable | AccessDenied | StoreDamaged => {
  const state = sqlState(cause);
  if (state !== undefined && DENIED.has(state))
    return { code: "AccessDenied", detail: `PostgreSQL refused it (${state}): ${DENIED.get(state)}`, cause };
  const damage = DAMAGED.get(state ?? "");
  if (damage !== undefined) return { code: "StoreDamaged", detail: damage, cause };
  return unavailable(detailOf(cause, state), cause, sent && isInDoubt(state));
};

/** The five characters by which PostgreSQL names an error, such as `23505`; Node's own `EPIPE` has five as well. */
export const sqlState = (cause: unknown): string | undefined =>
  cause instanceof Error && "severity" in cause && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : undefined;

/** Whether the server has refused a statement, so that it is known to have had no effect. */
export const isRefusal = (cause: unknown): boolean => {
  const state = sqlState(cause);
  return state !== undefined && !isInDoubt(state);
};

/** Whether somebody else was first: a version or an id is taken, or a version is not the next one any more. */
export const isLostRace = (cause: unknown): boolean => ["23505", "MC001"].includes(sqlState(cause) ?? "");

/** Whether it may go better at once: a lost race, a deadlock. */
export const mayGoBetter = (cause: unknown): boolean =>
  isLostRace(cause) || ["40001", "40P01"].includes(sqlState(cause) ?? "");

/** Whether another transaction that is still open holds what a statement needs. */
export const isHeld = (cause: unknown): boolean => sqlState(cause) === "55P03";

/** A server that answers with an error has not committed, unless it says that the connection or the server itself ends. */
const isInDoubt = (state: string | undefined): boolean =>
  state === undefined || state.startsWith("08") || state.startsWith("57P");

const DENIED: ReadonlyMap<string, string> = new Map([
  ["42501", "the user lacks the right"],
  ["28P01", "wrong user or password"],
  ["28000", "the user may not connect"],
  ["25006", "the server takes no writes: a replica, or read-only"],
]);

const DAMAGED: ReadonlyMap<string, string> = new Map([
  ["XX001", "PostgreSQL found corrupted data"],
  ["XX002", "PostgreSQL found a corrupted index"],
  ["MC003", "the sequence is behind the log, as after a copy without it: set it to the last position"],
]);

const WORDS: ReadonlyMap<string, string> = new Map([
  ["53100", "the server's disk is full"],
  ["08P01", 'the connection\'s settings were refused: behind a pooler, open the store with `pooler: "transaction"`'],
  ["53300", "the server has too many connections"],
  ["57014", "the statement took longer than it may"],
  ["57P01", "the server is shutting down"],
  ["57P03", "the server is starting up"],
  ["55P03", "another transaction holds the stream"],
  ["40P01", "two transactions wait for each other: roll this one back and begin it anew"],
  ["25P01", "there is no transaction: begin one first"],
  ["25P02", "the transaction has failed: roll it back and begin it anew"],
  ["42P01", "there is no log in this schema"],
]);

/** Never the driver's own message: it may quote a row. */
const detailOf = (cause: unknown, state: string | undefined): string => {
  if (state !== undefined) return WORDS.get(state) ?? `PostgreSQL answered ${state}`;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string")
    return `the database cannot be reached (${cause.code})`;
  const message = cause instanceof Error ? cause.message : "";
  if (/timeout/i.test(message)) return "the database did not answer in time";
  return /SASL|password/.test(message) ? "the database asks for a password" : "the connection to the database was lost";
};
