import { hash } from "node:crypto";
import type { CheckedEvent } from "@motcua/event-store";

/**
 * The id under which the server knows an event: a UUIDv5 (RFC 9562) of its content in the name space of its own id.
 *
 * The server answers an id that it finds at the expected slot as a repetition and never compares the content. This way the
 * same content is the same id, and other content under the same id is another one, which conflicts.
 *
 * Written by hand because it is on the way of every event: a quarter of the time of the usual package.
 */
export const wireId = ({ id, type, schemaVersion, occurredAt, data, meta }: CheckedEvent): string => {
  // JSON has no control characters outside its escapes, and neither has a type.
  const content = `${type}\n${schemaVersion}\n${occurredAt}\n${data}\n${meta}`;
  const bytes = Buffer.allocUnsafe(ID_BYTES + Buffer.byteLength(content));
  bytes.write(id.replaceAll("-", ""), "hex");
  bytes.write(content, ID_BYTES);
  const digest = hash("sha1", bytes);
  const variant = VARIANTS[Number.parseInt(digest.charAt(16), 16) % 4];
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
};

const ID_BYTES = 16;
const VARIANTS = "89ab";
