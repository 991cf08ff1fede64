import type { CheckedEvent, JsonObject, KeptEvent, RecordedEvent, StoreDamaged } from "@motcua/event-store";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { StoredEvent, WireEvent } from "./client.js";

/** What an event has beside its data: stored as the server's metadata of it. */
interface Envelope {
  /** Version of this envelope. */
  readonly motcua: 1;
  readonly id: string;
  readonly schemaVersion: number;
  readonly occurredAt: number;
  /** Only in a log that was moved here: when the first store learned it. */
  readonly recordedAt?: number;
  readonly meta: JsonObject;
}

/** An event with its JSON written out once: for its id, its size and its envelope. */
export interface WrittenEvent extends CheckedEvent {
  /** The data as a value, which nobody may change: the clients write it out themselves, and later. */
  readonly value: JsonObject;
  /** Only of a log that is moved here. */
  readonly recordedAt: number | undefined;
}

export const writtenOut = (event: KeptEvent & Partial<Pick<RecordedEvent, "recordedAt">>): WrittenEvent => {
  const { id, type, schemaVersion, occurredAt, recordedAt, data: value, meta } = event;
  return {
    ...{ id, type, schemaVersion, occurredAt, recordedAt, value },
    data: JSON.stringify(value),
    meta: JSON.stringify(meta),
  };
};

/** An event as the clients take it, under an id of the server. */
export const toWire = (id: string, event: WrittenEvent): WireEvent => ({
  id,
  type: event.type,
  contentType: "application/json",
  data: event.value,
  metadata: encoder.encode(envelopeText(event)),
});

const encoder = new TextEncoder();

/** Put together from what has been written out already. */
const envelopeText = ({ id, schemaVersion, occurredAt, recordedAt, meta }: WrittenEvent): string => {
  const moved = recordedAt === undefined ? "" : `"recordedAt":${recordedAt},`;
  return `{"motcua":1,"id":"${id}","schemaVersion":${schemaVersion},"occurredAt":${occurredAt},${moved}"meta":${meta}}`;
};

/** Whether an event was written by a store of this kind, and not by the server itself or by another program. */
export const isOurs = ({ type, streamId, metadata }: StoredEvent): boolean =>
  !type.startsWith("$") && !streamId.startsWith("$") && isObject(metadata) && "motcua" in metadata;

/**
 * An event of ours as the port has it.
 *
 * @param stream  its stream as the user names it
 */
export const fromWire = (stream: string, event: StoredEvent): Either<StoreDamaged, RecordedEvent> => {
  const { metadata, data } = event;
  if (!isEnvelope(metadata) || !isObject(data)) return left(notAnEvent(event));
  return right({
    id: metadata.id,
    type: event.type,
    schemaVersion: metadata.schemaVersion,
    occurredAt: metadata.occurredAt,
    data,
    meta: metadata.meta,
    stream,
    version: Number(event.revision) + 1,
    recordedAt: metadata.recordedAt ?? event.created.getTime(),
  });
};

const notAnEvent = ({ streamId, revision }: StoredEvent): StoreDamaged => ({
  code: "StoreDamaged",
  detail: `what stands at revision ${revision} of "${streamId}" is not an event of this library`,
  cause: undefined,
});

const isEnvelope = (value: unknown): value is Envelope =>
  isObject(value) &&
  value["motcua"] === 1 &&
  typeof value["id"] === "string" &&
  typeof value["schemaVersion"] === "number" &&
  typeof value["occurredAt"] === "number" &&
  (value["recordedAt"] === undefined || typeof value["recordedAt"] === "number") &&
  isObject(value["meta"]);

const isObject = (value: unknown): value is Record<string, unknown> & JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
