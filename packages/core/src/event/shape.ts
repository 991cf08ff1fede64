import * as t from "io-ts/lib/index.js";

/** Data with members that must be there, and members that may be. */
export const shape = <R extends t.Props, O extends t.Props>(required: R, optional: O) =>
  t.readonly(t.intersection([t.type(required), t.partial(optional)]));
