import { existsSync } from "node:fs";
import { type EventStore, inMemoryEventStore } from "@motcua/event-store";
import { openSqliteEventStore, type SqliteEventStore } from "@motcua/sqlite";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { type Failure, requestIsWrong } from "./exit.js";
import { openFailure } from "./text/failures.js";

/** What a command does with the log: a command that only reads leaves the file as it is. */
export type Purpose = "read" | "write";

/** A log that was opened, and its address as it was given. */
export type OpenedStore =
  | { readonly kind: "memory"; readonly url: string; readonly store: EventStore }
  | { readonly kind: "sqlite"; readonly url: string; readonly store: SqliteEventStore };

/** Opens the log at a URL; a new SQLite file is made by the first command that writes. */
export const openStore =
  (url: string | undefined, purpose: Purpose): TaskEither<Failure, OpenedStore> =>
  async () => {
    if (url === undefined || url === "") return left(requestIsWrong(NO_STORE));
    if (url === "memory:") return right({ kind: "memory", url, store: inMemoryEventStore() });
    if (url.startsWith("sqlite:")) {
      const file = url.slice("sqlite:".length);
      if (file === "") return left(requestIsWrong(unknownUrl(url)));
      const opened = await openSqliteEventStore(
        purpose === "read" ? { file, mode: "readOnly" } : { file, commits: "thread" },
      )();
      return isLeft(opened)
        ? left(openFailure(file, opened.left))
        : right({ kind: "sqlite", url, store: opened.right });
    }
    return left(requestIsWrong(unknownUrl(url)));
  };

/** Whether opening the URL for writing would make a log that is not there yet. */
export const isNewLog = (url: string | undefined): boolean =>
  url?.startsWith("sqlite:") === true && !existsSync(url.slice("sqlite:".length));

const NO_STORE = {
  en: "Which log? Give --store sqlite:./centre.db, or set MOTCUA_STORE.",
  vi: "Sổ nào? Hãy cho --store sqlite:./centre.db, hoặc đặt biến MOTCUA_STORE.",
};

const unknownUrl = (url: string) => {
  const scheme = /^[a-z0-9+]+:/i.exec(url)?.[0] ?? url;
  return {
    en: `${scheme} is no store that this release knows: use memory: or sqlite:./file.db`,
    vi: `Phiên bản này không biết kho ${scheme}: hãy dùng memory: hoặc sqlite:./file.db`,
  };
};
