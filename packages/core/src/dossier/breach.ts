import type { DossierState } from "./state.js";
import type { Violation } from "./vocabulary.js";

/** A rule of the dossier's regime that was not kept; none where it was received under no regime that is known. */
export const breach = (
  { policy }: Pick<DossierState, "policy">,
  article: string,
  detail: string,
): ReadonlyArray<Violation> => (policy === null ? [] : [{ rule: `${policy} ${article}`, detail }]);

/** The member of an event's data; left out where all rules were kept. */
export const flags = (violations: ReadonlyArray<Violation>): { readonly violations?: ReadonlyArray<Violation> } =>
  violations.length > 0 ? { violations } : {};
