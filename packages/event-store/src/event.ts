import type { JsonObject } from "./json.js";

/**
 * What happened in the world: the part of an event that a domain knows.
 *
 * `occurredAt` is the instant it happened, in epoch milliseconds (UTC); it may be years before it was recorded.
 */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly occurredAt: number;
  readonly data: Data;
}

/** An event on its way into a store. */
export interface NewEvent extends DomainEvent {
  /** A UUID, unique in the log: it makes a repeated append harmless. */
  readonly id: string;
  /** Version of the shape of `data`, from 1; upcasters lift older ones when read. */
  readonly schemaVersion: number;
  /** Who and why: correlation and causation ids, actor, source. Never a person's name or number. */
  readonly meta: JsonObject;
}

/** An event as the store holds it. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  /** Place in its stream, from 1, without gaps. */
  readonly version: number;
  /** When the store learned it, epoch milliseconds (UTC). */
  readonly recordedAt: number;
}

/** The category of a stream: what stands before its first `-`. */
export const categoryOf = (stream: string): string => {
  const dash = stream.indexOf("-");
  return dash < 0 ? stream : stream.slice(0, dash);
};
