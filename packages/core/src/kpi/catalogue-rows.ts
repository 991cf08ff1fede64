import { PROCEDURE_EVENT_TYPES, type ProcedureEvent } from "../procedure/event.js";
import { evolve as evolveProcedure } from "../procedure/evolve.js";
import { noProcedure, type ProcedureState } from "../procedure/state.js";
import type { Instant } from "../time/instant.js";
import { UNIT_EVENT_TYPES, type UnitEvent } from "../unit/event.js";
import { evolve as evolveUnit } from "../unit/evolve.js";
import { noUnit, type UnitState } from "../unit/state.js";
import type { StreamEvent } from "./rows.js";
import { earlier, later, seenBy } from "./span.js";

/** All procedures and all units of some shards of the log, by their streams, with every dated fact about them. */
export interface CatalogueRows {
  readonly procedures: Map<string, ProcedureState>;
  readonly units: Map<string, UnitState>;
  firstOccurredAt: Instant | null;
  lastOccurredAt: Instant | null;
}

const procedureTypes: ReadonlySet<string> = new Set(PROCEDURE_EVENT_TYPES);
const unitTypes: ReadonlySet<string> = new Set(UNIT_EVENT_TYPES);

/**
 * The projection behind the reports on procedures and on units: a monoid over whole streams. Folding two sets of whole
 * streams apart and joining them equals folding all of them.
 *
 * @example
 * const catalogue = await project(store, catalogueRows)(); // with `project` of the event-store package
 */
export const catalogueRows = {
  name: "catalogue-rows",
  version: 1,
  handles: [...PROCEDURE_EVENT_TYPES, ...UNIT_EVENT_TYPES],
  empty: (): CatalogueRows => ({
    procedures: new Map(),
    units: new Map(),
    firstOccurredAt: null,
    lastOccurredAt: null,
  }),
  step: (view: CatalogueRows, event: StreamEvent): CatalogueRows => {
    const { stream, type, occurredAt } = event;
    if (procedureTypes.has(type)) {
      const state = view.procedures.get(stream) ?? noProcedure;
      view.procedures.set(stream, evolveProcedure(state, event as StreamEvent & ProcedureEvent));
    }
    if (unitTypes.has(type)) {
      const state = view.units.get(stream) ?? noUnit;
      view.units.set(stream, evolveUnit(state, event as StreamEvent & UnitEvent));
    }
    view.firstOccurredAt = earlier(view.firstOccurredAt, occurredAt);
    view.lastOccurredAt = later(view.lastOccurredAt, occurredAt);
    return view;
  },
  concat: (a: CatalogueRows, b: CatalogueRows): CatalogueRows => ({
    procedures: new Map([...a.procedures, ...b.procedures]),
    units: new Map([...a.units, ...b.units]),
    ...seenBy(a, b),
  }),
} as const;
