import { type Dated, insertFact } from "../time/valid-time.js";
import type { UnitEvent } from "./event.js";
import type { UnitState } from "./state.js";

/** Folds one event. Total: each fact takes its place by its date, in whatever order they are told. */
export const evolve = (state: UnitState, event: UnitEvent): UnitState => {
  const { effectiveFrom, basis } = event.data;
  const dated = <Value>(value: Value): Dated<Value> => ({ effectiveFrom, decidedAt: event.occurredAt, basis, value });
  switch (event.type) {
    case "UnitEstablished": {
      const { code, name, kind, parent = null } = event.data;
      return {
        ...state,
        code,
        existence: insertFact(state.existence, dated({ standing: "inForce" })),
        names: insertFact(state.names, dated(name)),
        kinds: insertFact(state.kinds, dated(kind)),
        parents: insertFact(state.parents, dated(parent)),
      };
    }
    case "UnitRenamed": {
      const { name, kind } = event.data;
      return {
        ...state,
        names: insertFact(state.names, dated(name)),
        kinds: kind === undefined ? state.kinds : insertFact(state.kinds, dated(kind)),
      };
    }
    case "UnitMoved":
      return { ...state, parents: insertFact(state.parents, dated(event.data.parent)) };
    case "UnitDissolved": {
      const { successor = null } = event.data;
      return { ...state, existence: insertFact(state.existence, dated({ standing: "dissolved", successor })) };
    }
    case "UnitAssessed": {
      const { standard, criteria } = event.data;
      return { ...state, assessments: insertFact(state.assessments, dated({ standard, criteria })) };
    }
  }
};
