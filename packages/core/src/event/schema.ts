import { type Either, mapLeft } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import type * as t from "io-ts/lib/index.js";
import { faultsOf } from "./faults.js";

/** How one type of event is written today, and how older shapes of it are lifted: what an event store reads and writes by. */
export interface Schema {
  /** Version that is written now, from 1. */
  readonly schemaVersion: number;
  /** Checks data of that version; the lefts say what is wrong and where. */
  readonly decode: (data: unknown) => Either<ReadonlyArray<string>, object>;
  /** The codec behind `decode`: schemas for other languages are written from it. */
  readonly codec: t.Decoder<unknown, object>;
}

/** The schemas of types whose data has had one shape so far. */
export const schemasOf = <Type extends string>(
  codecs: Readonly<Record<Type, t.Decoder<unknown, object>>>,
): { readonly [Each in Type]: Schema } =>
  Object.fromEntries(
    Object.entries<t.Decoder<unknown, object>>(codecs).map(([type, codec]) => [type, schemaOf(codec)]),
  ) as { readonly [Each in Type]: Schema };

const schemaOf = (codec: t.Decoder<unknown, object>): Schema => ({
  schemaVersion: 1,
  decode: (value) => pipe(codec.decode(value), mapLeft(faultsOf)),
  codec,
});
