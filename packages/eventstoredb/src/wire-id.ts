import { hash } from "node:crypto";
import type { CheckedEvent } from "@motcua/event-store";

/**
 * The ids under which the server knows the events of an append: a hash of all of them with their own ids, and a number, as
 * UUIDv8 (RFC 9562).
 *
 * The server answers ids that it finds at the expected slot as a repetition and never compares the content. This way the same
 * append has the same ids; with other content under the same ids of ours it has others, which conflict. So does a part of
 * an append by itself, which is then known again by what is read at its slot.
 *
 * One hash for all, since one for each was a third of what this adapter adds to an append of many.
 */
export const wireIds = (events: ReadonlyArray<CheckedEvent>): ((index: number) => string) => {
  const digest = hash("sha256", events.map(contentOf).join("\n"));
  const variant = VARIANTS[Number.parseInt(digest.charAt(16), 16) % 4];
  const common = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 24)}`;
  return (index) => common + index.toString(16).padStart(8, "0");
};

const VARIANTS = "89ab";

/** JSON has no control characters outside its escapes, and neither has a type. */
const contentOf = ({ id, type, schemaVersion, occurredAt, data, meta }: CheckedEvent): string =>
  `${id}\n${type}\n${schemaVersion}\n${occurredAt}\n${data}\n${meta}`;
