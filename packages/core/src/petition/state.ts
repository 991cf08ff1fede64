import type { NoticedDeadline } from "../deadline/open-deadline.js";
import type { PetitionDeadline } from "../deadline/vocabulary.js";
import type { Clock } from "../dossier/clock.js";
import type { SubjectRef } from "../personal/personal.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import type { Competence, Deadline, Deadlines, PetitionClass, Verdict } from "./vocabulary.js";

/** Where a petition stands. Being prolonged, published or judged is beside that. */
export type PetitionStatus =
  | "unknown"
  | "lodged"
  | "awaitingSupplement"
  | "answered"
  | "refused"
  | "passedOn"
  | "withdrawn";

/** What a petition's events add up to: all that a decision may look at. No member can hold personal data. */
export interface PetitionState {
  readonly status: PetitionStatus;
  readonly subjectRef: SubjectRef | null;
  readonly dossier: string | null;
  /** Who is to explain now: the unit it was lodged at, then whom it was forwarded to. */
  readonly holder: string | null;
  readonly class: PetitionClass | null;
  readonly competence: Competence | null;
  readonly lodgedAt: Instant | null;
  /** Id of the terms it is handled under. */
  readonly terms: string | null;
  /** As they are now: that of the answer moves when a supplement has come. */
  readonly deadlines: Deadlines;
  /** Of the answer; `null` where its regime sets no term. */
  readonly clock: Clock | null;
  readonly prolongedTo: Due | null;
  /** For publishing the last answer. */
  readonly publish: Deadline | null;
  readonly publishedAt: Instant | null;
  readonly verdict: Verdict | null;
  /** Which dates were told of, why, and to whom. */
  readonly noticed: ReadonlyArray<NoticedDeadline<PetitionDeadline>>;
  readonly violations: number;
}

export const noPetition: PetitionState = {
  status: "unknown",
  subjectRef: null,
  dossier: null,
  holder: null,
  class: null,
  competence: null,
  lodgedAt: null,
  terms: null,
  deadlines: {},
  clock: null,
  prolongedTo: null,
  publish: null,
  publishedAt: null,
  verdict: null,
  noticed: [],
  violations: 0,
};
