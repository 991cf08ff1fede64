import { type Fraction, fraction } from "./fraction.js";
import type { Indicator766Id } from "./indicators766.js";
import { isOnline, type Service } from "./services.js";

/** @param used  procedures for which something came in online */
export const services766 = (services: ReadonlyArray<Service>, used: ReadonlySet<string>) => {
  const online = services.filter(isOnline);
  return {
    "3.1": fraction(online.length, services.length),
    "3.2": fraction(online.filter(({ procedure }) => used.has(procedure)).length, online.length),
  } satisfies Partial<Record<Indicator766Id, Fraction>>;
};
