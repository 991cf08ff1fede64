export type { Amount, Money, MoneyKind } from "./amount.js";
