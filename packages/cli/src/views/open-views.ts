import { dirname, join, parse } from "node:path";
import { inMemoryViewStore, type ViewStore } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Failure, requestIsWrong } from "../exit.js";
import type { Io } from "../io.js";
import type { OpenedStore, Purpose } from "../store/open-store.js";
import { withoutPassword } from "../store/without-password.js";
import { openFailure } from "../text/failures.js";

/** Views that were opened, and their address: as it was given, and for people. */
export interface OpenedViews {
  readonly address: string;
  readonly url: string;
  readonly views: ViewStore;
}

/**
 * Where the views of a log are: where they are said to be, or beside it. A log in SQLite has them in a file of its own, which
 * ends in `-views`; one in PostgreSQL in a schema of its own; one in EventStoreDB in a file of the current folder.
 *
 * @returns `undefined` for a log in memory, which has none
 */
export const viewsAddress = (io: Io, log: OpenedStore, given: string | undefined): string | undefined =>
  given ?? io.env["MOTCUA_VIEWS"] ?? beside(log);

/**
 * Opens views, and makes what is not there. To who only reads, what is not there, or not for them, is as if nothing had been
 * built yet: they fold for themselves.
 */
export const openViews = async (address: string, purpose: Purpose): Promise<Either<Failure, OpenedViews>> => {
  const url = withoutPassword(address);
  const opened = await open(address, purpose === "read" ? "readOnly" : "readWriteCreate");
  if (opened === undefined) return left(requestIsWrong(unknownViews(url)));
  if (!isLeft(opened)) return right({ address, url, views: opened.right });
  if (purpose === "read" && ["StoreMissing", "AccessDenied"].includes(opened.left.code))
    return right({ address, url, views: inMemoryViewStore() });
  return left(openFailure(url, opened.left));
};

const beside = (log: OpenedStore): string | undefined => {
  if (log.kind === "memory") return undefined;
  if (log.kind === "postgres") return log.address;
  if (log.kind === "eventstoredb") return "sqlite:./motcua-views.db";
  const { name, ext } = parse(log.store.file);
  return `sqlite:${join(dirname(log.store.file), `${name}-views${ext}`)}`;
};

const open = async (address: string, mode: "readOnly" | "readWriteCreate") => {
  if (address.startsWith("sqlite:")) {
    const { openSqliteViewStore } = await import("@motcua/sqlite");
    return openSqliteViewStore({ file: address.slice("sqlite:".length), mode })();
  }
  if (!/^postgres(ql)?:/.test(address)) return undefined;
  const { openPostgresViewStore } = await import("@motcua/postgres");
  return openPostgresViewStore({ url: address, mode })();
};

export const unknownViews = (url: string) => ({
  en: `--views ${url}: views are kept in sqlite:./file.db or postgres://…`,
  vi: `--views ${url}: các bảng tổng hợp được lưu ở sqlite:./file.db hoặc postgres://…`,
});
