import * as t from "io-ts/lib/index.js";
import { WholeNumber } from "../time/term.js";

/** Money owed or paid, in whole minor units of its currency (VND has none: 1 is one đồng). */
export const Amount = t.readonly(
  t.type({
    /** Phí, lệ phí and thuế: three things in law. */
    kind: t.keyof({ fee: null, charge: null, tax: null }),
    minor: WholeNumber,
    currency: t.string,
  }),
);
export type Amount = t.TypeOf<typeof Amount>;
