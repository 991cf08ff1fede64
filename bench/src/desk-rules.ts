import { ND_61_DEADLINES, ND_61_MESSAGES, VIETNAM, VIETNAM_PETITION_TERMS, VIETNAM_POLICIES } from "@motcua/core";
import type { DeskRules } from "@motcua/notices";
import { type Either, isLeft } from "fp-ts/lib/Either.js";

/** A desk as a centre in Vietnam would have it, which sends nothing. */
export const deskRules: DeskRules = {
  calendar: VIETNAM,
  policies: VIETNAM_POLICIES,
  terms: VIETNAM_PETITION_TERMS,
  deadlines: ND_61_DEADLINES,
  messages: ND_61_MESSAGES,
};

export const orThrow = <A>(answer: Either<{ readonly code: string }, A>): A => {
  if (isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  return answer.right;
};
