import type * as t from "io-ts/lib/index.js";
import { schemasOf } from "../event/schema.js";
import type { Instant } from "../time/instant.js";
import * as data from "./event-data.js";

/** The shape of every event's data, by type. */
const petitionEventData = {
  PetitionLodged: data.PetitionLodged,
  PetitionClassified: data.PetitionClassified,
  PetitionRefused: data.PetitionRefused,
  PetitionSupplementRequested: data.PetitionSupplementRequested,
  PetitionSupplementReceived: data.PetitionSupplementReceived,
  PetitionForwarded: data.PetitionForwarded,
  PetitionAnswered: data.PetitionAnswered,
  AnswerPublished: data.AnswerPublished,
  PetitionProlonged: data.PetitionProlonged,
  PetitionReopened: data.PetitionReopened,
  PetitionJudged: data.PetitionJudged,
  PetitionWithdrawn: data.PetitionWithdrawn,
} as const;

export type PetitionEventType = keyof typeof petitionEventData;

/** The data of one type of event. */
export type PetitionEventData<Type extends PetitionEventType> = t.TypeOf<(typeof petitionEventData)[Type]>;

/** One event of a given type. */
export type PetitionEventOf<Type extends PetitionEventType> = {
  readonly type: Type;
  readonly occurredAt: Instant;
  readonly data: PetitionEventData<Type>;
};

/** Something that happened to a petition, in the world, at `occurredAt`. */
export type PetitionEvent = { [Type in PetitionEventType]: PetitionEventOf<Type> }[PetitionEventType];

export const PETITION_EVENT_TYPES = Object.keys(petitionEventData) as ReadonlyArray<PetitionEventType>;

/** Makes an event; the type decides which data it takes. */
export const petitionEvent = <Type extends PetitionEventType>(
  type: Type,
  occurredAt: Instant,
  data: PetitionEventData<Type>,
): PetitionEventOf<Type> => ({ type, occurredAt, data });

/** The schemas by which an event store reads and writes the events of a petition. */
export const petitionEvents = schemasOf(petitionEventData);
