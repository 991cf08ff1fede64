import { type Dated, insertFact } from "../time/valid-time.js";
import type { ProcedureEvent } from "./event.js";
import type { ProcedureState } from "./state.js";

/** Folds one event. Total: each fact takes its place by its date, in whatever order they are told. */
export const evolve = (state: ProcedureState, event: ProcedureEvent): ProcedureState => {
  const { effectiveFrom, basis } = event.data;
  const dated = <Value>(value: Value): Dated<Value> => ({ effectiveFrom, decidedAt: event.occurredAt, basis, value });
  switch (event.type) {
    case "ProcedureVersionPublished":
      return {
        ...state,
        code: event.data.code,
        lastVersion: Math.max(state.lastVersion, event.data.version),
        versions: insertFact(state.versions, dated(event.data)),
      };
    case "TermShortened": {
      const { from, to } = event.data;
      return { ...state, shortenings: insertFact(state.shortenings, dated({ from, to })) };
    }
    case "TermShorteningLifted":
      return { ...state, shortenings: insertFact(state.shortenings, dated(null)) };
    case "SameDayDeclared":
      return { ...state, sameDay: insertFact(state.sameDay, dated(true)) };
    case "SameDayLifted":
      return { ...state, sameDay: insertFact(state.sameDay, dated(false)) };
    case "OnlineLevelSet":
      return { ...state, onlineLevels: insertFact(state.onlineLevels, dated(event.data.level)) };
    case "OnSpotDesignated":
      return { ...state, onSpot: insertFact(state.onSpot, dated(event.data.steps)) };
    case "ProcedureRepealed":
      return { ...state, versions: insertFact(state.versions, dated(null)) };
  }
};
