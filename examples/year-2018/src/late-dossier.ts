import { type DossierRows, dossierIdOf, HO_CHI_MINH, punctuality, rowsOf } from "@motcua/core";

/** A dossier with a story: decided late, after a supplement, an apology and a new date. The first of those with the most. */
export const lateDossier = (view: DossierRows): string | undefined => {
  let best: { readonly stream: string; readonly chapters: number } | undefined;
  for (const { stream, phases, marks, rescheduled } of rowsOf(view)) {
    const last = phases.at(-1);
    if (last?.kind !== "resolved" || last.due === null) continue;
    if (punctuality(HO_CHI_MINH, "auto", last.due, last.since) !== "late") continue;
    const chapters = phases.length + marks.length + (rescheduled === null ? 0 : 2);
    if (best === undefined || chapters > best.chapters) best = { stream, chapters };
  }
  return best && dossierIdOf(best.stream);
};
