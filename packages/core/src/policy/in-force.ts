import type { LocalDate } from "../time/local-date.js";

/** Of rules that each have a first day the latest that has begun by a date; `undefined` where none has. */
export const inForceOn = <Dated extends { readonly effectiveFrom: LocalDate }>(
  rules: ReadonlyArray<Dated>,
  date: LocalDate,
): Dated | undefined =>
  rules
    .filter(({ effectiveFrom }) => effectiveFrom <= date)
    .reduce<Dated | undefined>(
      (latest, rule) => (latest === undefined || rule.effectiveFrom > latest.effectiveFrom ? rule : latest),
      undefined,
    );
