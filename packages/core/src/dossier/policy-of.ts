import { type Either, right } from "fp-ts/lib/Either.js";
import { type PolicyMissing, type PolicyPack, policyOn } from "../policy/policy-pack.js";
import type { Instant } from "../time/instant.js";
import { localDateOf } from "../time/time-zone.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";

/** The pack under which the dossier was received; before that, the one in force now. */
export const policyOf = (rules: Rules, state: DossierState, at: Instant): Either<PolicyMissing, PolicyPack> => {
  const kept = rules.policies.find(({ id }) => id === state.policy);
  return kept ? right(kept) : policyOn(rules.policies, localDateOf(rules.calendar.zone, state.receivedAt ?? at));
};
