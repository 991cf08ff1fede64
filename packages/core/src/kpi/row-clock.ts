import { isLeft } from "fp-ts/lib/Either.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { dueOf, type Pause } from "../dossier/clock.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import type { DossierRow, MarkKind } from "./dossier-row.js";

/** What is known of a clock: the marks say why it stood still. */
type Clocked = Pick<DossierRow, "receivedAt" | "legalTerm" | "extendedBy" | "phases" | "marks">;

/**
 * Until when the law had allowed for a dossier, whatever shorter term was announced: its legal term from the last start, with
 * all pauses since (NĐ 61/2018, Đ19.4). `null` where no legal term is recorded, or the calendar does not cover it.
 */
export const legalDueOf =
  (calendar: WorkingCalendar) =>
  (row: Clocked, until: Instant): Due | null => {
    if (row.legalTerm === null || row.receivedAt === null) return null;
    const startedAt = timesOf(row, "restarted", until).at(-1) ?? row.receivedAt;
    const due = dueOf(calendar)({
      term: row.legalTerm,
      startedAt,
      pauses: pausesOf(row, until).filter(({ from }) => from >= startedAt),
      extended: row.extendedBy,
      stopped: null,
    });
    return isLeft(due) ? null : due.right;
  };

/** The times up to then at which a dossier stood still and ran on again, or still does. */
export const pausesOf = (row: Clocked, until: Instant): ReadonlyArray<Pause> => {
  const pauses: Pause[] = [];
  let stopped: Pick<Pause, "from" | "cause"> | null = null;
  const requested = new Set(timesOf(row, "supplement", until));
  for (const { since, kind, stoodStillSince } of row.phases) {
    if (since > until) continue;
    const from = kind === "stopped" ? since : kind === "open" ? stoodStillSince : null;
    if (from === null && stopped !== null) {
      pauses.push({ ...stopped, to: Math.max(stopped.from, since) });
      stopped = null;
    }
    if (from !== null && stopped === null)
      stopped = { from, cause: kind === "stopped" ? "stopped" : requested.has(from) ? "supplement" : "obligation" };
  }
  return pauses;
};

/** When something is marked to have happened, up to then, in the order of the stream. */
export const timesOf = (
  { marks }: Pick<DossierRow, "marks">,
  wanted: MarkKind,
  until: Instant,
): ReadonlyArray<Instant> => marks.flatMap(({ at, kind }) => (kind === wanted && at <= until ? [at] : []));
