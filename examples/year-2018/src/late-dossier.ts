import { type DossierRows, dossierIdOf } from "@motcua/core";

/** A dossier with a story: decided late, after a supplement, an apology and a new date. The first of those with the most. */
export const lateDossier = ({ rows }: DossierRows): string | undefined => {
  let best: { readonly stream: string; readonly chapters: number } | undefined;
  for (const [stream, row] of rows) {
    const resolved = row.phases.at(-1);
    if (resolved?.kind !== "resolved" || resolved.due?.kind !== "date") continue;
    if (new Date(resolved.since + 7 * 3_600_000).toISOString().slice(0, 10) <= resolved.due.date) continue;
    const chapters =
      row.supplements.length + row.phases.length + (row.rescheduled === null ? 0 : 2) + row.ratings.length;
    if (best === undefined || chapters > best.chapters) best = { stream, chapters };
  }
  return best && dossierIdOf(best.stream);
};
