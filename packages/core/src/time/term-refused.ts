import { HOUR } from "./instant.js";
import type { Term } from "./term.js";

/** The term is no whole number from 0 on, or an announced term is not in the unit of the legal one, or longer. */
export interface TermRefused {
  readonly code: "TermRefused";
  readonly detail: "notPositive" | "otherUnit" | "longerThanLegal";
}

/**
 * Why a term may not stand. An announced term shortens the legal one: in its unit, or in hours for days, and not longer.
 *
 * @param dayLength  working time of a day, in milliseconds: what hours are held against days by
 */
export const termRefused = (dayLength: number, legal: Term, committed?: Term): TermRefused | undefined => {
  const refused = (detail: TermRefused["detail"]): TermRefused => ({ code: "TermRefused", detail });
  for (const term of [legal, ...(committed ? [committed] : [])])
    if (!(Number.isSafeInteger(term.amount) && term.amount >= 0)) return refused("notPositive");
  if (committed === undefined) return undefined;
  const hoursForDays = committed.unit === "workingHour" && legal.unit === "workingDay";
  if (committed.unit !== legal.unit && !hoursForDays) return refused("otherUnit");
  return committed.amount > mostOf(dayLength, legal, committed) ? refused("longerThanLegal") : undefined;
};

/** Whether an announced term that may stand is less than the legal one, not just as long. */
export const isShorter = (dayLength: number, legal: Term, committed: Term): boolean =>
  committed.amount < mostOf(dayLength, legal, committed);

/** The legal term in the unit of the announced one. */
const mostOf = (dayLength: number, legal: Term, committed: Term): number =>
  committed.unit === legal.unit ? legal.amount : (legal.amount * dayLength) / HOUR;
