import * as t from "io-ts/lib/index.js";

/** What runs out: the dossier itself, or something within it that has a date of its own. */
export const DossierDeadline = t.keyof({
  dossier: null,
  handOver: null,
  handler: null,
  opinion: null,
  subTask: null,
  supplement: null,
});
export type DossierDeadline = t.TypeOf<typeof DossierDeadline>;

/** What runs out of a petition: passing it on, answering it, publishing the answer. */
export const PetitionDeadline = t.keyof({ forward: null, answer: null, publish: null });
export type PetitionDeadline = t.TypeOf<typeof PetitionDeadline>;

/**
 * Why somebody is told of a deadline.
 *
 * - `dueSoon`: it is near
 * - `apologyOwed`: who will not make it has to say so now (NĐ 61/2018, Đ19.9: at latest one day before)
 * - `overdue`: it has passed
 */
export const DeadlineStage = t.keyof({ dueSoon: null, apologyOwed: null, overdue: null });
export type DeadlineStage = t.TypeOf<typeof DeadlineStage>;
