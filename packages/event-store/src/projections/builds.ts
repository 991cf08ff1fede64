import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { Projection } from "./projection.js";
import { PARTS, type RunOptions } from "./run-options.js";
import type { Build, Part, ViewStore, ViewStoreError } from "./view-store.js";

/** The build that readers are served from, or will be. */
export const currentBuild = async <View>(
  views: ViewStore,
  projection: Projection<View>,
  options: RunOptions,
): Promise<Either<ViewStoreError, Build>> => {
  const { name, version } = projection;
  const parts = await views.parts({ name, version })();
  if (isLeft(parts)) return parts;
  const serving = parts.right.find(({ serves }) => serves);
  return serving === undefined ? beginBuild(views, projection, options) : right(serving);
};

/** The build beside it, begun or gone on with. */
export const beginBuild = <View>(
  views: ViewStore,
  { name, version, concat }: Projection<View>,
  { parts = PARTS }: RunOptions,
): Promise<Either<ViewStoreError, Build>> => views.begin({ name, version }, concat === undefined ? 1 : parts)();

export const partsIn = ({ name, version, build, parts }: Build): ReadonlyArray<Part> =>
  Array.from({ length: parts }, (_, part) => ({ name, version, build, parts, part }));
