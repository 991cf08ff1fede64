import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { DomainEvent, RecordedEvent } from "./event.js";

/** How one type of event is written today and how older shapes of it are lifted. */
export interface EventSchema {
  /** Version that is written now, from 1. */
  readonly schemaVersion: number;
  /** Checks data of the current version; the lefts say what is wrong and where. */
  readonly decode: (data: unknown) => Either<ReadonlyArray<string>, object>;
  /** `upcast[n]` lifts data of version n to version n + 1. */
  readonly upcast?: Readonly<Record<number, (data: unknown) => unknown>>;
}

/** The schema of every type of event that a decider knows. */
export type EventCatalog<Event extends DomainEvent> = { readonly [Type in Event["type"]]: EventSchema };

/** A stored event that the catalog cannot read: an unknown type, a version from the future, or data of another shape. */
export interface EventNotUnderstood {
  readonly code: "EventNotUnderstood";
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly faults: ReadonlyArray<string>;
}

/** Reads a stored event as one of the domain's: lifted to the current version, then checked. */
export const understand =
  <Event extends DomainEvent>(catalog: EventCatalog<Event>) =>
  (recorded: RecordedEvent): Either<EventNotUnderstood, Event> => {
    const { stream, version, type, occurredAt } = recorded;
    const notUnderstood = (...faults: ReadonlyArray<string>) =>
      left<EventNotUnderstood>({ code: "EventNotUnderstood", stream, version, type, faults });
    const schemas: Readonly<Record<string, EventSchema>> = catalog;
    const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined;
    if (schema === undefined) return notUnderstood("unknown type");

    const lifted = upcast(schema, recorded);
    if (isLeft(lifted)) return notUnderstood(lifted.left);
    const data = schema.decode(lifted.right);
    return isLeft(data) ? notUnderstood(...data.left) : right({ type, occurredAt, data: data.right } as Event);
  };

/** Lifts data step by step to the version that is written now. */
export const upcast = (
  schema: EventSchema,
  { schemaVersion, data }: Pick<RecordedEvent, "schemaVersion" | "data">,
): Either<string, unknown> => {
  if (schemaVersion > schema.schemaVersion)
    return left(`version ${schemaVersion} is newer than ${schema.schemaVersion}, the newest known here`);
  let lifted: unknown = data;
  for (let version = schemaVersion; version < schema.schemaVersion; version++) {
    const step = schema.upcast?.[version];
    if (step === undefined) return left(`no upcaster from version ${version}`);
    lifted = step(lifted);
  }
  return right(lifted);
};
