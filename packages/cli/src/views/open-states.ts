import { inMemoryProcessStore, type OpenError, type ProcessStore } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Failure, requestIsWrong } from "../exit.js";
import type { Io } from "../io.js";
import type { OpenedStore, Purpose } from "../store/open-store.js";
import { withoutPassword } from "../store/without-password.js";
import { openFailure } from "../text/failures.js";
import { unknownViews, viewsAddress } from "./open-views.js";

/** States of processes that were opened, and their address for people. */
export interface OpenedStates {
  readonly url: string;
  readonly states: ProcessStore;
}

/**
 * Opens what the processes over a log keep, beside its views; a log in memory has it in memory. To who only reads, what is not
 * there is as if no process had ever run.
 */
export const openStates = async (
  io: Io,
  log: OpenedStore,
  given: string | undefined,
  purpose: Purpose,
): Promise<Either<Failure, OpenedStates>> => {
  const address = viewsAddress(io, log, given);
  if (address === undefined) return right({ url: "memory:", states: inMemoryProcessStore() });
  const url = withoutPassword(address);
  const opened = await open(address, purpose === "read" ? "readOnly" : "readWriteCreate");
  if (opened === undefined) return left(requestIsWrong(unknownViews(url)));
  if (!isLeft(opened)) return right({ url, states: opened.right });
  return purpose === "read" && ["StoreMissing", "AccessDenied"].includes(opened.left.code)
    ? right({ url, states: inMemoryProcessStore() })
    : left(openFailure(url, opened.left));
};

const open = async (
  address: string,
  mode: "readOnly" | "readWriteCreate",
): Promise<Either<OpenError, ProcessStore> | undefined> => {
  if (address.startsWith("sqlite:")) {
    const { openSqliteProcessStore } = await import("@motcua/sqlite");
    return openSqliteProcessStore({ file: address.slice("sqlite:".length), mode })();
  }
  if (!/^postgres(ql)?:/.test(address)) return undefined;
  const { openPostgresProcessStore } = await import("@motcua/postgres");
  return openPostgresProcessStore({ url: address, mode })();
};
