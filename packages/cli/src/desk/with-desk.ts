import { type Either, isLeft, left } from "fp-ts/lib/Either.js";
import { withStore } from "../act.js";
import type { Failure } from "../exit.js";
import type { Io } from "../io.js";
import type { StoreOptions, ViewsOptions } from "../options.js";
import { isNewLog, type OpenedStore } from "../store/open-store.js";
import { openFailure } from "../text/failures.js";
import { type OpenedStates, openStates } from "../views/open-states.js";

/** Opens a log that is there for writing, and what its desk keeps, for the time of a command. */
export const withDesk = async <A>(
  io: Io,
  options: StoreOptions & ViewsOptions,
  use: (log: OpenedStore, states: OpenedStates) => Promise<Either<Failure, A>>,
): Promise<Either<Failure, A>> => {
  const url = options.store ?? io.env["MOTCUA_STORE"];
  // There is nothing to watch over in a log that is not there, and it must not be made by looking.
  if (url !== undefined && isNewLog(url)) return left(openFailure(url, { code: "StoreMissing", where: url }));
  return withStore(io, url, "write", async (log) => {
    const states = await openStates(io, log, options.views, "write");
    if (isLeft(states)) return states;
    try {
      return await use(log, states.right);
    } finally {
      await states.right.states.close();
    }
  });
};
