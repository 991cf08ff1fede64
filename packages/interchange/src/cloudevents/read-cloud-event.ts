import { type Either, left, right } from "fp-ts/lib/Either.js";
import { quoted } from "../fault.js";
import type { LineFault } from "../ndjson/line-fault.js";
import { type CloudEvent, cloudEventOf, TYPE_PREFIX, type WrittenEvent } from "./cloud-event.js";

/** Whether a line holds a CloudEvent, and not motcua's own form. */
export const isCloudEvent = (value: unknown): value is CloudEvent =>
  typeof value === "object" && value !== null && "specversion" in value;

/**
 * What a line of `exportCloudEvents` says, as the members of motcua's own form. Each member is as it is written there: an
 * attribute that says something else than the event does, or one that is unknown, would be lost.
 */
export const ownMembers = (given: CloudEvent): Either<LineFault, WrittenEvent> => {
  const meta = metaIn(given["meta"]);
  if (meta === undefined) return left(fault("meta", "metadata as an object in JSON", given["meta"]));
  const type = given["type"];
  if (typeof type !== "string" || !type.startsWith(TYPE_PREFIX))
    return left(fault("type", `a type that begins with ${TYPE_PREFIX}`, type));
  const { subject: stream, id, sequence, schemaversion: schemaVersion, time: occurredAt, recordedtime, data } = given;
  if (typeof stream !== "string" || !stream.isWellFormed())
    return left(fault("subject", "the name of a stream", stream));
  const version = Number(sequence);
  const own = { stream, version, id, type: type.slice(TYPE_PREFIX.length), schemaVersion, occurredAt };
  const event = { ...own, recordedAt: recordedtime, data, meta } as WrittenEvent;
  const expected = cloudEventOf(event);
  const wrong = [...new Set([...Object.keys(given), ...Object.keys(expected)])].find(
    (name) => name !== "data" && name !== "meta" && given[name] !== expected[name],
  );
  if (wrong === undefined) return right(event);
  return left(fault(wrong, expected[wrong] === undefined ? "no such attribute" : shown(expected[wrong]), given[wrong]));
};

const metaIn = (text: unknown): object | undefined => {
  if (text === undefined) return {};
  try {
    const meta: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
    return typeof meta === "object" && meta !== null && !Array.isArray(meta) ? meta : undefined;
  } catch {
    return undefined;
  }
};

const fault = (column: string, expected: string, found: unknown): LineFault => ({
  code: "StructureInvalid",
  column,
  expected,
  found: found === undefined ? "no such member" : shown(found),
});

const shown = (value: unknown): string => (typeof value === "string" ? quoted(value) : quoted(JSON.stringify(value)));
