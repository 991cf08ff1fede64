import { type Either, isLeft, left } from "fp-ts/lib/Either.js";
import { withStore } from "../act.js";
import { type Failure, requestIsWrong } from "../exit.js";
import type { Io } from "../io.js";
import type { StoreOptions, ViewsOptions } from "../options.js";
import type { OpenedStore, Purpose } from "../store/open-store.js";
import { type OpenedViews, openViews, viewsAddress } from "./open-views.js";

/** Opens the log for reading, and its views, for the time of a command. */
export const withViews = <A>(
  io: Io,
  options: StoreOptions & ViewsOptions,
  purpose: Purpose,
  use: (log: OpenedStore, views: OpenedViews) => Promise<Either<Failure, A>>,
): Promise<Either<Failure, A>> =>
  withStore(io, options.store, "read", async (log) => {
    const address = viewsAddress(io, log, options.views);
    if (address === undefined) return left(requestIsWrong(NO_VIEWS));
    const views = await openViews(address, purpose);
    if (isLeft(views)) return views;
    try {
      return await use(log, views.right);
    } finally {
      await views.right.views.close();
    }
  });

const NO_VIEWS = {
  en: "Where are the views of a log in memory to be kept? Give --views sqlite:./views.db.",
  vi: "Bảng tổng hợp của sổ trong bộ nhớ được lưu ở đâu? Hãy cho --views sqlite:./views.db.",
};
