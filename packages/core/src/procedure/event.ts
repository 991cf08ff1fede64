import type * as t from "io-ts/lib/index.js";
import { schemasOf } from "../event/schema.js";
import type { Instant } from "../time/instant.js";
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
export type ProcedureEventData<Type extends ProcedureEventType> = t.TypeOf<(typeof procedureEventData)[Type]>;

/** One event of a given type. */
export type ProcedureEventOf<Type extends ProcedureEventType> = {
  readonly type: Type;
  readonly occurredAt: Instant;
  readonly data: ProcedureEventData<Type>;
};

/** Something that was decided about a procedure, at `occurredAt`; it holds from the local date in its data. */
export type ProcedureEvent = { [Type in ProcedureEventType]: ProcedureEventOf<Type> }[ProcedureEventType];

/** A version of a procedure as it was published, numbered from 1. */
export type ProcedureVersion = ProcedureEventData<"ProcedureVersionPublished">;

/** The same names as values. */
export const PROCEDURE_EVENT_TYPES = Object.keys(procedureEventData) as ReadonlyArray<ProcedureEventType>;

/** Makes an event; the type decides which data it takes. */
export const procedureEvent = <Type extends ProcedureEventType>(
  type: Type,
  occurredAt: Instant,
  data: ProcedureEventData<Type>,
): ProcedureEventOf<Type> => ({ type, occurredAt, data });

/**
 * The schemas by which an event store reads and writes the events of the catalogue of procedures.
 *
 * @example
 * handle(store, decider, { streamOf: procedureStream, catalog: procedureEvents })
 */
export const procedureEvents = schemasOf(procedureEventData);
