import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { dueAt, isPast } from "../calendar/due.js";
import { termRefused } from "../time/term-refused.js";
import { breach, flags } from "./breach.js";
import type { RecordOpinion, ReportOpinionOverdue, RequestOpinion } from "./coordination-command.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, dossierEvent } from "./event.js";
import type { Rules } from "./rules.js";
import type { DossierState, Opinion } from "./state.js";

type Decision = Either<DossierError, ReadonlyArray<DossierEvent>>;

/**
 * Another agency is asked on something and until when (NĐ 61/2018, Đ19.5). Nothing says that the dossier's own clock
 * stops, so it runs on.
 */
export const requestOpinion = (
  { calendar }: Rules,
  { at, by, opinion, agency, content, term, note }: RequestOpinion,
  { opinions }: DossierState,
): Decision => {
  if (content.trim() === "") return left({ code: "ContentMissing", field: "content" });
  if (opinions.some((known) => known.opinion === opinion)) return left({ code: "OpinionAlreadyRequested", opinion });
  const refused = termRefused(calendar.index.dayLength, term, undefined);
  if (refused !== undefined) return left(refused);
  const due = dueAt(calendar)(at, term);
  if (isLeft(due)) return due;
  const asked = { opinion, agency, content, due: due.right };
  return right([dossierEvent("OpinionRequested", at, { ...asked, ...(note && { note }), ...(by && { by }) })]);
};

/** A late opinion is an opinion: recorded and flagged. */
export const recordOpinion = (
  { calendar }: Rules,
  { at, by, opinion, file, note }: RecordOpinion,
  state: DossierState,
): Decision => {
  const open = openOpinion(state, opinion);
  if (open === undefined) return left({ code: "OpinionNotOpen", opinion });
  const late = isPast(calendar.zone, open.due, at);
  return right([
    dossierEvent("OpinionRecorded", at, {
      opinion,
      agency: open.agency,
      ...(file && { file }),
      ...(note && { note }),
      ...(by && { by }),
      ...flags(late ? breach(state, "D19.5", `opinion of ${open.agency} after its due date`) : []),
    }),
  ]);
};

/** The head of the one-stop is told once that an opinion is overdue (NĐ 61/2018, Đ19.5). */
export const reportOpinionOverdue = (
  { calendar }: Rules,
  { at, by, opinion }: ReportOpinionOverdue,
  state: DossierState,
): Decision => {
  const open = openOpinion(state, opinion);
  if (open === undefined) return left({ code: "OpinionNotOpen", opinion });
  const { agency, due, reportedOverdue } = open;
  if (!isPast(calendar.zone, due, at)) return left({ code: "OpinionNotOverdue", due });
  if (reportedOverdue) return left({ code: "OpinionAlreadyReported", opinion });
  return right([dossierEvent("OpinionOverdueReported", at, { opinion, agency, due, ...(by && { by }) })]);
};

const openOpinion = ({ opinions }: DossierState, name: string): Opinion | undefined =>
  opinions.find(({ opinion, recordedAt }) => opinion === name && recordedAt === null);
