import { type AccessDenied, type StoreDamaged, type StoreUnavailable, unavailable } from "@motcua/event-store";

/** What the driver threw, as an error of the port. */
export const failure = (cause: unknown, inDoubt = false): StoreUnavailable | StoreDamaged | AccessDenied => {
  if (cause instanceof Unsuitable) return unavailable(cause.message, cause);
  const code = sqliteCode(cause);
  if (code === undefined) return unavailable("the store failed", cause, inDoubt);
  const kind = code.split("_").slice(0, 2).join("_");
  if (kind === "SQLITE_CORRUPT" || kind === "SQLITE_NOTADB") return { code: "StoreDamaged", detail: code, cause };
  const said = SAID[kind];
  const detail = said === undefined ? code : `${said} (${code})`;
  return kind === "SQLITE_READONLY" ? { code: "AccessDenied", detail, cause } : unavailable(detail, cause, inDoubt);
};

/** What this machine has is not what a log needs; the message says what it is, and may be shown. */
export class Unsuitable extends Error {}

/** The name of the driver's error, such as `SQLITE_FULL`. */
export const sqliteCode = (cause: unknown): string | undefined =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" && cause.code.startsWith("SQLITE_")
    ? cause.code
    : undefined;

/** What happened, and what can be done about it. */
const SAID: Readonly<Record<string, string>> = {
  SQLITE_BUSY: "another process holds the file for writing: let it finish, or end it",
  SQLITE_FULL: "the disk is full: free some space",
  SQLITE_IOERR: "the disk failed, or is full: look at its space and its state",
  SQLITE_CANTOPEN: "the file, or one beside it, cannot be opened: even a reader must be allowed to write to its folder",
  SQLITE_READONLY: "the log was opened for reading, or may not be written by this process",
};
