import { isDeepStrictEqual } from "node:util";
import type { RecordedEvent } from "./event.js";

/** What a person needs to look an event up. */
export type Place = Pick<RecordedEvent, "id" | "stream" | "version" | "type">;

export const placeOf = ({ id, stream, version, type }: RecordedEvent): Place => ({ id, stream, version, type });

/** Whether two logs hold the same event. Stores may order the keys of an object in a way of their own. */
export const isSameEvent = (one: RecordedEvent, other: RecordedEvent): boolean =>
  one.id === other.id &&
  one.stream === other.stream &&
  one.version === other.version &&
  one.type === other.type &&
  one.schemaVersion === other.schemaVersion &&
  one.occurredAt === other.occurredAt &&
  one.recordedAt === other.recordedAt &&
  isDeepStrictEqual(one.data, other.data) &&
  isDeepStrictEqual(one.meta, other.meta);
