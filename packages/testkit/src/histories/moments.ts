import type { Evidence } from "./violation.js";

/**
 * What is known of the moments at which the events of an ordered list came to be there, one after the other.
 *
 * The order is known, so a set of calls has an explanation exactly when no event must have come later than it, or one
 * after it, was there already: one pass over the list, where an unknown order would need a search. An append without an
 * answer that is in the list has a beginning and no end, and one that is not in it says nothing, so that even those need
 * no search.
 */
export interface Moments {
  /** The event at `index` came no sooner than this. */
  readonly notBefore: (index: number, evidence: Evidence) => void;
  /** The event at `index` came no later than this. */
  readonly notAfter: (index: number, evidence: Evidence) => void;
  /** The first event for which that cannot be, with what speaks for its presence and what against. */
  readonly contradiction: () =>
    | { readonly index: number; readonly shown: Evidence; readonly denied: Evidence }
    | undefined;
}

export const makeMoments = (length: number): Moments => {
  const earliest: Array<Evidence | undefined> = new Array(length).fill(undefined);
  const latest: Array<Evidence | undefined> = new Array(length).fill(undefined);
  return {
    notBefore: (index, evidence) => {
      const known = earliest[index];
      if (index < length && (known === undefined || evidence.at > known.at)) earliest[index] = evidence;
    },
    notAfter: (index, evidence) => {
      const known = latest[index];
      if (index < length && (known === undefined || evidence.at < known.at)) latest[index] = evidence;
    },
    contradiction: () => {
      let denied: Evidence | undefined;
      for (let index = 0; index < length; index++) {
        const own = earliest[index];
        if (own !== undefined && (denied === undefined || own.at > denied.at)) denied = own;
        const shown = latest[index];
        if (shown !== undefined && denied !== undefined && denied.at > shown.at) return { index, shown, denied };
      }
      return undefined;
    },
  };
};
