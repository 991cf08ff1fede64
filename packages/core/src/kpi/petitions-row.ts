import type { PetitionEvent, PetitionEventOf } from "../petition/event.js";
import type { PetitionAbout, PetitionClass, Verdict } from "../petition/vocabulary.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";

/** What a petition was from one fact to the next. */
export interface PetitionPhase {
  readonly since: Instant;
  readonly kind: "open" | "answered" | "refused" | "withdrawn" | "passedOn";
  /** For the answer, by the term: a date it was prolonged to is beside it. */
  readonly due: Due | null;
  /** Since when the term stood still for a supplement, if it did. */
  readonly stoodStillSince: Instant | null;
}

/** All that the figures need of one petition: instants instead of counts, and nothing about who lodged it. */
export interface PetitionRow {
  readonly lodgedAt: Instant | null;
  readonly unit: string | null;
  readonly centre: string | null;
  readonly about: PetitionAbout | null;
  readonly category: string | null;
  readonly class: PetitionClass | null;
  readonly dossier: string | null;
  /** These and those below in the order of the stream. */
  readonly phases: ReadonlyArray<PetitionPhase>;
  readonly forwarded: ReadonlyArray<Instant>;
  readonly reopened: ReadonlyArray<Instant>;
  readonly prolonged: ReadonlyArray<{ readonly at: Instant; readonly to: Due }>;
  /** Answers made public, each with the date until when it should have been. */
  readonly published: ReadonlyArray<{ readonly at: Instant; readonly due: Due | null }>;
  readonly verdicts: ReadonlyArray<{ readonly at: Instant; readonly verdict: Verdict }>;
  /** For publishing the last answer. */
  readonly publishDue: Due | null;
}

export const noPetitionRow: PetitionRow = {
  lodgedAt: null,
  unit: null,
  centre: null,
  about: null,
  category: null,
  class: null,
  dossier: null,
  phases: [],
  forwarded: [],
  reopened: [],
  prolonged: [],
  published: [],
  verdicts: [],
  publishDue: null,
};

/** Folds one event into the row of its petition. Total: any event, in any order. */
export const foldPetition = (row: PetitionRow, event: PetitionEvent): PetitionRow => {
  const { occurredAt: at } = event;
  switch (event.type) {
    case "PetitionLodged":
      return lodged(row, event);
    case "PetitionClassified":
      return { ...row, class: event.data.class };
    case "PetitionRefused":
      return enter(row, "refused", at);
    case "PetitionSupplementRequested":
      return enter(row, "open", at, { stoodStillSince: at });
    case "PetitionSupplementReceived": {
      const { deadline } = event.data;
      return enter(row, "open", at, { stoodStillSince: null, ...(deadline && { due: deadline.due }) });
    }
    case "PetitionForwarded": {
      const forwarded = { ...row, forwarded: [...row.forwarded, at] };
      return event.data.answer === "there" ? enter(forwarded, "passedOn", at) : forwarded;
    }
    case "PetitionAnswered":
      return enter({ ...row, publishDue: event.data.publish?.due ?? null }, "answered", at);
    case "AnswerPublished":
      return { ...row, published: [...row.published, { at, due: row.publishDue }] };
    case "PetitionProlonged":
      return { ...row, prolonged: [...row.prolonged, { at, to: event.data.to }] };
    case "PetitionReopened": {
      const due = event.data.deadlines?.answer?.due ?? null;
      return enter({ ...row, reopened: [...row.reopened, at] }, "open", at, { due, stoodStillSince: null });
    }
    case "PetitionJudged":
      return { ...row, verdicts: [...row.verdicts, { at, verdict: event.data.verdict }] };
    case "PetitionDeadlineNoticed":
      return row;
    case "PetitionWithdrawn":
      return enter(row, "withdrawn", at);
  }
};

const lodged = (row: PetitionRow, { occurredAt, data }: PetitionEventOf<"PetitionLodged">): PetitionRow => ({
  ...row,
  lodgedAt: occurredAt,
  unit: data.unit,
  centre: data.centre,
  about: data.about,
  category: data.category ?? null,
  dossier: data.dossier ?? null,
  phases: begun(row.phases, occurredAt, data.deadlines?.answer?.due ?? null),
});

/** A log may tell of the end before it tells of the beginning: the end stays, and is held against this due date. */
const begun = (phases: ReadonlyArray<PetitionPhase>, since: Instant, due: Due | null): ReadonlyArray<PetitionPhase> => [
  { since, kind: "open", due, stoodStillSince: null },
  ...phases.map((phase) => ({ ...phase, due: phase.due ?? due })),
];

/** A new phase begins; what is not said stays as it was. */
const enter = (
  row: PetitionRow,
  kind: PetitionPhase["kind"],
  since: Instant,
  change: Partial<Pick<PetitionPhase, "due" | "stoodStillSince">> = {},
): PetitionRow => {
  const { due = null, stoodStillSince = null } = row.phases.at(-1) ?? {};
  return { ...row, phases: [...row.phases, { since, kind, due, stoodStillSince, ...change }] };
};
