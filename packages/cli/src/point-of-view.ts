import type { Command } from "commander";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import { instantOption } from "./arguments.js";
import type { Context } from "./context.js";
import type { PointOfView } from "./dossiers.js";
import type { Failure } from "./exit.js";
import { wholeNumber } from "./options.js";

/** Options by which a dossier is replayed from a point of view. */
export interface PointOfViewOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly atVersion?: number;
}

export const withPointOfView = (command: Command): Command =>
  command
    .option("--as-of <instant>", "leave out what happened later")
    .option("--known-at <instant>", "leave out what was recorded later")
    .option("--at-version <number>", "only so many of its events", wholeNumber(1, 1_000_000_000));

export const pointOfViewOf = (options: PointOfViewOptions, { zone }: Context): Either<Failure, PointOfView> => {
  const asOf = instantOption("--as-of", options.asOf, zone);
  if (isLeft(asOf)) return asOf;
  const knownAt = instantOption("--known-at", options.knownAt, zone);
  if (isLeft(knownAt)) return knownAt;
  return right({
    ...(asOf.right !== undefined && { asOf: asOf.right }),
    ...(knownAt.right !== undefined && { knownAt: knownAt.right }),
    ...(options.atVersion !== undefined && { atVersion: options.atVersion }),
  });
};
