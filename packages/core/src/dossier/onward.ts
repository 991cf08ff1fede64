import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { CalendarYearMissing } from "../calendar/working-calendar.js";
import type { Instant } from "../time/instant.js";
import { policyOf } from "./policy-of.js";
import { handOverBy } from "./reception.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";

/**
 * By when a dossier that may go on now has to have gone on to the next agency: the same rule of 15:00 as at the counter
 * (NĐ 61/2018, Đ18.3); `null` where no regime is known to which it belongs.
 */
export const onwardBy = (
  rules: Rules,
  state: DossierState,
  at: Instant,
): Either<CalendarYearMissing, Instant | null> => {
  const policy = policyOf(rules, state, at);
  return isLeft(policy) ? right(null) : handOverBy(rules.calendar, policy.right, "inPerson", at);
};
