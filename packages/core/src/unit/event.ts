import * as t from "io-ts/lib/index.js";
import { type AnyEventOf, type DataOf, type EventOf, eventMaker, typesOf } from "../event/family.js";
import { schemasOf } from "../event/schema.js";
import { shape } from "../event/shape.js";
import { LocalDateCodec } from "../time/term.js";
import { CriterionFinding, UnitKind } from "./vocabulary.js";

/** Every fact holds from a local date, by a document that says so. */
const dated = { effectiveFrom: LocalDateCodec, basis: t.string };

/** The shape of every event's data, by type. */
const unitEventData = {
  /** A unit begins, or begins again. One without a parent is the root of a tree. */
  UnitEstablished: shape({ code: t.string, name: t.string, kind: UnitKind, ...dated }, { parent: t.string }),
  /** It has another name, and another kind where a commune has become a ward. */
  UnitRenamed: shape({ name: t.string, ...dated }, { kind: UnitKind }),
  UnitMoved: shape({ parent: t.union([t.string, t.null]), ...dated }, {}),
  /** It is no more. What stood under it stands under its successor, until it is moved elsewhere. */
  UnitDissolved: shape(dated, { successor: t.string }),
  /** It was held against the criteria of a named standard. */
  UnitAssessed: shape({ standard: t.string, criteria: t.readonlyArray(CriterionFinding), ...dated }, {}),
} as const;

/** The names of all that can be decided about a unit. */
export type UnitEventType = keyof typeof unitEventData;

/** The data of one type of event. */
export type UnitEventData<Type extends UnitEventType> = DataOf<typeof unitEventData, Type>;

/** One event of a given type. */
export type UnitEventOf<Type extends UnitEventType> = EventOf<typeof unitEventData, Type>;

/** Something that was decided about a unit, at `occurredAt`; it holds from the local date in its data. */
export type UnitEvent = AnyEventOf<typeof unitEventData>;

/** The same names as values. */
export const UNIT_EVENT_TYPES = typesOf(unitEventData);

/** Makes an event; the type decides which data it takes. */
export const unitEvent = eventMaker<typeof unitEventData>();

/**
 * The schemas by which an event store reads and writes the events of units.
 *
 * @example
 * handle(store, unitDecider, { streamOf: unitStream, catalog: unitEvents })
 */
export const unitEvents = schemasOf(unitEventData);
