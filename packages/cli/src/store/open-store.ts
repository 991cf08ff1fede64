import { existsSync } from "node:fs";
import { type EventStore, inMemoryEventStore } from "@motcua/event-store";
import type { PostgresEventStore } from "@motcua/postgres";
import type { SqliteEventStore } from "@motcua/sqlite";
import { type Either, isLeft, left, map, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { type Failure, requestIsWrong } from "../exit.js";
import { openFailure } from "../text/failures.js";
import { eventStoreDbClients } from "./eventstoredb-clients.js";
import { withoutPassword } from "./without-password.js";

/** What a command does with the log: a command that only reads leaves the store as it is. */
export type Purpose = "read" | "write";

/** A log that was opened. */
export type OpenedStore = {
  /** As it was given, with a password. */
  readonly address: string;
  /** For people: without one. */
  readonly url: string;
} & (
  | { readonly kind: "memory"; readonly store: EventStore }
  | { readonly kind: "sqlite"; readonly store: SqliteEventStore }
  | { readonly kind: "postgres"; readonly store: PostgresEventStore }
  | { readonly kind: "eventstoredb"; readonly store: EventStore }
);

type Opening = Promise<Either<Failure, OpenedStore>>;

/** Opens the log at a URL; a new SQLite file, or an empty PostgreSQL database, is set up by the first command that writes. */
export const openStore =
  (url: string | undefined, purpose: Purpose): TaskEither<Failure, OpenedStore> =>
  async () => {
    if (url === undefined || url === "") return left(requestIsWrong(NO_STORE));
    const scheme = schemeOf(url);
    const open = SCHEMES.get(scheme);
    return open === undefined ? left(requestIsWrong(unknownScheme(scheme))) : open(url, purpose);
  };

/** Whether opening the URL for writing would make a log that is not there yet. */
export const isNewLog = (url: string | undefined): boolean =>
  url?.startsWith("sqlite:") === true && !existsSync(fileOf(url));

const openMemory = async (url: string): Opening =>
  right({ kind: "memory", address: url, url, store: inMemoryEventStore() });

// The other stores are loaded when they are asked for: each brings its driver, and most commands need one of them.
const openSqlite = async (url: string, purpose: Purpose): Opening => {
  const file = fileOf(url);
  if (file === "") return left(requestIsWrong(unknownScheme(url)));
  const { openSqliteEventStore } = await import("@motcua/sqlite");
  const opened = await openSqliteEventStore(
    purpose === "read" ? { file, mode: "readOnly" } : { file, commits: "thread" },
  )();
  return isLeft(opened)
    ? left(openFailure(file, opened.left))
    : right({ kind: "sqlite", address: url, url, store: opened.right });
};

const openPostgres = async (url: string, purpose: Purpose): Opening => {
  const shown = withoutPassword(url);
  const { openPostgresEventStore } = await import("@motcua/postgres");
  const opened = await openPostgresEventStore({ url, mode: purpose === "read" ? "readOnly" : "readWriteCreate" })();
  return isLeft(opened)
    ? left(openFailure(shown, opened.left))
    : right({ kind: "postgres", address: url, url: shown, store: opened.right });
};

const openEventStoreDb = async (url: string): Opening => {
  const shown = withoutPassword(url);
  const makeClient = await eventStoreDbClients(url, shown);
  const { eventStoreDbEventStore } = await import("@motcua/eventstoredb");
  return map((make: Parameters<typeof eventStoreDbEventStore>[0]): OpenedStore => {
    const store = eventStoreDbEventStore(make);
    return { kind: "eventstoredb", address: url, url: shown, store };
  })(makeClient);
};

const SCHEMES: ReadonlyMap<string, (url: string, purpose: Purpose) => Opening> = new Map([
  ["memory", openMemory],
  ["sqlite", openSqlite],
  ...["postgres", "postgresql"].map((scheme) => [scheme, openPostgres] as const),
  ...["esdb", "kurrentdb"].flatMap((name) =>
    [name, `${name}+discover`].map((scheme) => [scheme, openEventStoreDb] as const),
  ),
]);

const schemeOf = (url: string): string => /^[a-z0-9+]+(?=:)/i.exec(url)?.[0].toLowerCase() ?? url;

const fileOf = (url: string): string => url.slice("sqlite:".length);

const NO_STORE = {
  en: "Which log? Give --store sqlite:./centre.db, or set MOTCUA_STORE.",
  vi: "Sổ nào? Hãy cho --store sqlite:./centre.db, hoặc đặt biến MOTCUA_STORE.",
};

const unknownScheme = (scheme: string) => ({
  en: `${scheme}: is no store that this release knows: use memory:, sqlite:./file.db, postgres://…, esdb://… or kurrentdb://…`,
  vi: `Phiên bản này không biết kho ${scheme}: hãy dùng memory:, sqlite:./file.db, postgres://…, esdb://… hoặc kurrentdb://…`,
});
