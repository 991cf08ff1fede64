import * as t from "io-ts/lib/index.js";
import { WholeNumber } from "../time/term.js";

const minor = { minor: WholeNumber, currency: t.string };

/** Money in whole minor units of its currency (VND has none: 1 is one đồng). */
export const Money = t.readonly(t.type(minor));
export type Money = t.TypeOf<typeof Money>;

/** Phí, lệ phí and thuế: three things in law. */
export const MoneyKind = t.keyof({ fee: null, charge: null, tax: null });
export type MoneyKind = t.TypeOf<typeof MoneyKind>;

/** Money owed or paid, and what for; in whole minor units of its currency. */
export const Amount = t.readonly(t.type({ kind: MoneyKind, ...minor }));
export type Amount = t.TypeOf<typeof Amount>;

/** Whether money can change hands: a whole number of minor units, more than none, that JSON keeps exactly. */
export const isPayable = ({ minor }: Money): boolean => Number.isSafeInteger(minor) && minor > 0;
