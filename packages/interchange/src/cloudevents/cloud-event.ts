import type { JsonObject, RecordedEvent } from "@motcua/event-store";

/** An event with its times as texts, as it stands in a line. */
export interface WrittenEvent extends Omit<RecordedEvent, "occurredAt" | "recordedAt"> {
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** The members of a CloudEvent, in the order in which they are written. */
export type CloudEvent = Readonly<Record<string, unknown>>;

/** What `type` begins with. */
export const TYPE_PREFIX = "motcua.";

/** Enough for any version, so that `sequence`, which compares as text, counts. */
const SEQUENCE_LENGTH = 16;

/**
 * An event as a CloudEvent 1.0. `source` is its stream, `sequence` its version there; `correlationid`, `causationid`,
 * `traceparent`, `authtype` and `authid` are told from its metadata, which also goes along whole, as text: attributes of
 * extensions hold no objects.
 */
export const cloudEventOf = (event: WrittenEvent): CloudEvent => ({
  specversion: "1.0",
  id: event.id,
  source: `urn:motcua:${encodeURIComponent(event.stream)}`,
  type: `${TYPE_PREFIX}${event.type}`,
  subject: event.stream,
  time: event.occurredAt,
  recordedtime: event.recordedAt,
  sequence: String(event.version).padStart(SEQUENCE_LENGTH, "0"),
  schemaversion: event.schemaVersion,
  ...text("correlationid", event.meta["correlationId"]),
  ...text("causationid", event.meta["causationId"]),
  ...text("traceparent", event.meta["traceparent"]),
  ...actor(event.meta["actor"]),
  ...(Object.keys(event.meta).length > 0 && { meta: JSON.stringify(event.meta) }),
  datacontenttype: "application/json",
  data: event.data,
});

const text = (name: string, value: unknown): CloudEvent =>
  typeof value === "string" && value !== "" ? { [name]: value } : {};

/** Who acts is a staff number, never a name. */
const actor = (value: JsonObject[string] | undefined): CloudEvent => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const { role, id } = value as { readonly role?: unknown; readonly id?: unknown };
  return typeof id === "string" && id !== ""
    ? { authtype: role === "systemTimer" ? "system" : "user", authid: id }
    : {};
};
