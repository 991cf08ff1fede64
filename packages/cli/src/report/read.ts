import { type DossierRows, dossierRows } from "@motcua/core";
import { project } from "@motcua/event-store";
import { type Either, isLeft, left } from "fp-ts/lib/Either.js";
import type { Failure } from "../exit.js";
import type { Progress } from "../output/progress.js";
import type { OpenedStore } from "../store-url.js";
import { storeFailure } from "../text/failures.js";

/** What a report leaves out: what happened after `asOf`, what was recorded after `knownAt`. */
export interface Sight {
  readonly asOf?: number;
  readonly knownAt?: number;
}

/** Folds the log into a row for every dossier. */
export const readRows = async (
  { store, url }: OpenedStore,
  progress: Progress,
  { asOf = Number.POSITIVE_INFINITY, knownAt = Number.POSITIVE_INFINITY }: Sight,
): Promise<Either<Failure, DossierRows>> => {
  const head = await store.head();
  if (isLeft(head)) return left(storeFailure(url, head.left));
  const rows = await project(store, dossierRows, {
    only: ({ occurredAt, recordedAt }) => occurredAt <= asOf && recordedAt <= knownAt,
    progress: (folded) => progress.at("reading", folded, head.right.events),
  })();
  return isLeft(rows) ? left(storeFailure(url, rows.left)) : rows;
};
