import { type StoreDamaged, type StoreUnavailable, unavailable } from "@motcua/event-store";

/** What the driver threw, as an error of the port. */
export const failure = (cause: unknown, inDoubt = false): StoreUnavailable | StoreDamaged => {
  const code = sqliteCode(cause);
  if (code?.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB")
    return { code: "StoreDamaged", detail: code, cause };
  return unavailable(code ?? "the store failed", cause, inDoubt);
};

/** The name of the driver's error, such as `SQLITE_FULL`. */
export const sqliteCode = (cause: unknown): string | undefined =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" && cause.code.startsWith("SQLITE_")
    ? cause.code
    : undefined;
