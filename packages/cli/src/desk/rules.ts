import { ND_61_DEADLINES, ND_61_MESSAGES, VIETNAM, VIETNAM_PETITION_TERMS, VIETNAM_POLICIES } from "@motcua/core";
import type { DeskRules } from "@motcua/notices";

/** What the desk of a centre in Vietnam works by. */
export const DESK_RULES: DeskRules = {
  calendar: VIETNAM,
  policies: VIETNAM_POLICIES,
  terms: VIETNAM_PETITION_TERMS,
  deadlines: ND_61_DEADLINES,
  messages: ND_61_MESSAGES,
};
