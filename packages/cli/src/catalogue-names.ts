import { catalogueRows, type LocalDate, procedureOn, unitOn } from "@motcua/core";
import { project } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Failure } from "./exit.js";
import { type Sight, within } from "./report/projections.js";
import type { OpenedStore } from "./store/open-store.js";
import { storeFailure } from "./text/failures.js";

/** What codes of units and of procedures are called. A code that the catalogue does not know has no name. */
export interface CatalogueNames {
  readonly units: Readonly<Record<string, string>>;
  readonly procedures: Readonly<Record<string, string>>;
}

/** The names of a local date, by the log's own catalogue: a form keeps the name that the office had when it was issued. */
export const catalogueNames = async (
  { store, url }: OpenedStore,
  date: LocalDate,
  sight: Sight,
): Promise<Either<Failure, CatalogueNames>> => {
  const view = await project(store, catalogueRows, { only: within(sight) })();
  if (isLeft(view)) return left(storeFailure(url, view.left));
  const units = [...view.right.units.values()].flatMap((state) => named(state.code, unitOn(state, date).name));
  const procedures = [...view.right.procedures.values()].flatMap((state) =>
    named(state.code, procedureOn(state, date).version?.name ?? null),
  );
  return right({ units: Object.fromEntries(units), procedures: Object.fromEntries(procedures) });
};

const named = (code: string | null, name: string | null): ReadonlyArray<readonly [code: string, name: string]> =>
  code === null || name === null ? [] : [[code, name]];
