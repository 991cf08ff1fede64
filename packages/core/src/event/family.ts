import type * as t from "io-ts/lib/index.js";
import type { Instant } from "../time/instant.js";

/** The shape of the data of every type of event of one aggregate. */
type Family = Readonly<Record<string, t.Any>>;

/** The data of one type of event of a family. */
export type DataOf<F extends Family, Type extends keyof F> = t.TypeOf<F[Type]>;

/** One event of a given type. */
export type EventOf<F extends Family, Type extends keyof F> = {
  readonly type: Type;
  readonly occurredAt: Instant;
  readonly data: DataOf<F, Type>;
};

/** Any event of a family. */
export type AnyEventOf<F extends Family> = { [Type in keyof F]: EventOf<F, Type> }[keyof F];

/** The types of events of a family. */
export const typesOf = <F extends Family>(family: F): ReadonlyArray<keyof F & string> => Object.keys(family);

/** Makes the events of a family; the type decides which data each takes. */
export const eventMaker =
  <F extends Family>() =>
  <Type extends keyof F>(type: Type, occurredAt: Instant, data: DataOf<F, Type>): EventOf<F, Type> => ({
    type,
    occurredAt,
    data,
  });
