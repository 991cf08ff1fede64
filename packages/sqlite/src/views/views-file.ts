import { type OpenError, unavailable } from "@motcua/event-store";
import { left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { changeToWal, connect } from "../connect.js";
import { type Connection, type Driver, loadDriver } from "../driver.js";
import { failure, Unsuitable } from "../failure.js";
import { identify } from "../identify.js";
import { makeTables, VIEWS } from "./schema.js";

/** How a file of views is opened. */
export interface ViewsFileOptions {
  readonly file: string;
  readonly mode?: "readWriteCreate" | "readOnly";
  readonly busyTimeoutMs?: number;
}

/** Opens a file of views, or makes one with all its tables: those of views, and those of processes. */
export const openViewsFile =
  (options: ViewsFileOptions): TaskEither<OpenError, Connection> =>
  async () => {
    const refusal = refuse(options);
    if (refusal !== undefined) return left(refusal);
    try {
      return right(await openConnection(await loadDriver(), options));
    } catch (cause) {
      return left(cause instanceof Unsuitable ? unavailable(cause.message) : failure(cause));
    }
  };

const refuse = ({ file, mode }: ViewsFileOptions): OpenError | undefined => {
  if (file === ":memory:") return undefined;
  try {
    const identity = identify(file, VIEWS);
    if (typeof identity === "object") return identity;
    return identity !== "ours" && mode === "readOnly" ? { code: "StoreMissing", where: file } : undefined;
  } catch (cause) {
    return unavailable("the file cannot be read", cause);
  }
};

const openConnection = async (
  driver: Driver,
  { file, mode = "readWriteCreate", busyTimeoutMs }: ViewsFileOptions,
): Promise<Connection> => {
  const connection: Connection = connect(driver, { file, mode, ...(busyTimeoutMs !== undefined && { busyTimeoutMs }) });
  try {
    // A view is written and read as a whole: pages of it are not met again.
    connection.pragma("cache_size = -2000");
    if (mode === "readOnly") return connection;
    connection.pragma("synchronous = NORMAL");
    connection.exec("BEGIN IMMEDIATE");
    makeTables(connection);
    connection.exec("COMMIT");
    if (!connection.memory) await changeToWal(connection);
    return connection;
  } catch (cause) {
    connection.close();
    throw cause;
  }
};
