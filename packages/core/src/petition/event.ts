import { type AnyEventOf, type DataOf, type EventOf, eventMaker, typesOf } from "../event/family.js";
import { schemasOf } from "../event/schema.js";
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
  PetitionDeadlineNoticed: data.PetitionDeadlineNoticed,
  PetitionWithdrawn: data.PetitionWithdrawn,
} as const;

export type PetitionEventType = keyof typeof petitionEventData;

/** The data of one type of event. */
export type PetitionEventData<Type extends PetitionEventType> = DataOf<typeof petitionEventData, Type>;

/** One event of a given type. */
export type PetitionEventOf<Type extends PetitionEventType> = EventOf<typeof petitionEventData, Type>;

/** Something that happened to a petition, in the world, at `occurredAt`. */
export type PetitionEvent = AnyEventOf<typeof petitionEventData>;

export const PETITION_EVENT_TYPES = typesOf(petitionEventData);

/** Makes an event; the type decides which data it takes. */
export const petitionEvent = eventMaker<typeof petitionEventData>();

/** The schemas by which an event store reads and writes the events of a petition. */
export const petitionEvents = schemasOf(petitionEventData);
