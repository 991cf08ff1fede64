import { noticedBy } from "../deadline/noticed-by.js";
import { pause, restart, resume, startClock } from "../dossier/clock.js";
import type { Instant } from "../time/instant.js";
import type { PetitionEvent, PetitionEventOf } from "./event.js";
import type { PetitionState } from "./state.js";
import type { Deadlines } from "./vocabulary.js";

/** Folds one event. Total: any event folds into any state, in any order. */
export const evolve = (state: PetitionState, event: PetitionEvent): PetitionState => {
  switch (event.type) {
    case "PetitionLodged":
      return lodged(state, event);
    case "PetitionClassified":
      return { ...state, class: event.data.class, competence: event.data.competence };
    case "PetitionRefused":
      return { ...state, status: "refused", ...flagged(state, event.data) };
    case "PetitionSupplementRequested":
      return {
        ...state,
        status: "awaitingSupplement",
        clock: state.clock && pause(state.clock, event.occurredAt, "supplement"),
        ...flagged(state, event.data),
      };
    case "PetitionSupplementReceived":
      return supplemented(state, event);
    case "PetitionForwarded":
      return {
        ...state,
        status: event.data.answer === "there" ? "passedOn" : state.status,
        holder: event.data.to,
        ...flagged(state, event.data),
      };
    case "PetitionAnswered":
      return {
        ...state,
        status: "answered",
        publish: event.data.publish ?? null,
        publishedAt: null,
        ...flagged(state, event.data),
      };
    case "AnswerPublished":
      return { ...state, publishedAt: event.occurredAt, ...flagged(state, event.data) };
    case "PetitionProlonged":
      return { ...state, prolongedTo: event.data.to, ...flagged(state, event.data) };
    case "PetitionReopened":
      return { ...state, status: "lodged", prolongedTo: null, ...begun(event.data.deadlines, event.occurredAt) };
    case "PetitionJudged":
      return { ...state, verdict: event.data.verdict };
    case "PetitionDeadlineNoticed":
      return { ...state, noticed: [...state.noticed, noticedBy(event.data)] };
    case "PetitionWithdrawn":
      return { ...state, status: "withdrawn" };
  }
};

const lodged = (state: PetitionState, { occurredAt, data }: PetitionEventOf<"PetitionLodged">): PetitionState => ({
  ...state,
  // What was recorded of its end before its beginning stays.
  status: state.status === "unknown" ? "lodged" : state.status,
  subjectRef: data.subjectRef,
  dossier: data.dossier ?? null,
  holder: state.holder ?? data.unit,
  lodgedAt: occurredAt,
  terms: data.terms ?? null,
  ...begun(data.deadlines, occurredAt),
});

const begun = (deadlines: Deadlines = {}, at: Instant): Pick<PetitionState, "deadlines" | "clock"> => ({
  deadlines,
  clock: deadlines.answer ? startClock(deadlines.answer.term, at) : null,
});

/** Whether the term began anew or the waiting was added, the fact itself says where it ends. */
const supplemented = (
  state: PetitionState,
  { occurredAt, data: { clock, deadline } }: PetitionEventOf<"PetitionSupplementReceived">,
): PetitionState => ({
  ...state,
  status: "lodged",
  deadlines: deadline ? { ...state.deadlines, answer: deadline } : state.deadlines,
  clock: state.clock && (clock === "restart" ? restart(state.clock, occurredAt) : resume(state.clock, occurredAt)),
});

const flagged = (
  state: PetitionState,
  data: { readonly violations?: ReadonlyArray<unknown> },
): Pick<PetitionState, "violations"> => ({ violations: state.violations + (data.violations?.length ?? 0) });
