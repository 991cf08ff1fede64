import type { DossierEvent, DossierEventOf, DossierEventType } from "./event.js";

/** The last event of a type in a history, which is the one that counts; `undefined` where there is none. */
export const lastOf = <Type extends DossierEventType>(
  history: ReadonlyArray<DossierEvent>,
  type: Type,
): DossierEventOf<Type> | undefined =>
  history.findLast((event): event is DossierEvent & DossierEventOf<Type> => event.type === type);
