import { type AnyEventOf, type DataOf, type EventOf, eventMaker, typesOf } from "../event/family.js";
import { schemasOf } from "../event/schema.js";
import * as data from "./event-data.js";

/** The shape of every event's data, by type. */
const procedureEventData = {
  ProcedureVersionPublished: data.ProcedureVersionPublished,
  TermShortened: data.TermShortened,
  TermShorteningLifted: data.TermShorteningLifted,
  SameDayDeclared: data.SameDayDeclared,
  SameDayLifted: data.SameDayLifted,
  OnlineLevelSet: data.OnlineLevelSet,
  OnSpotDesignated: data.OnSpotDesignated,
  ProcedureRepealed: data.ProcedureRepealed,
} as const;

/** The names of all that can be decided about a procedure. */
export type ProcedureEventType = keyof typeof procedureEventData;

/** The data of one type of event. */
export type ProcedureEventData<Type extends ProcedureEventType> = DataOf<typeof procedureEventData, Type>;

/** One event of a given type. */
export type ProcedureEventOf<Type extends ProcedureEventType> = EventOf<typeof procedureEventData, Type>;

/** Something that was decided about a procedure, at `occurredAt`; it holds from the local date in its data. */
export type ProcedureEvent = AnyEventOf<typeof procedureEventData>;

/** A version of a procedure as it was published, numbered from 1. */
export type ProcedureVersion = ProcedureEventData<"ProcedureVersionPublished">;

/** The same names as values. */
export const PROCEDURE_EVENT_TYPES = typesOf(procedureEventData);

/** Makes an event; the type decides which data it takes. */
export const procedureEvent = eventMaker<typeof procedureEventData>();

/**
 * The schemas by which an event store reads and writes the events of the catalogue of procedures.
 *
 * @example
 * handle(store, decider, { streamOf: procedureStream, catalog: procedureEvents })
 */
export const procedureEvents = schemasOf(procedureEventData);
