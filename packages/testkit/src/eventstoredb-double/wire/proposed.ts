import type { UUID } from "@eventstore/db-client/generated/shared_pb.js";
import type { ProposedEvent } from "../log/event.js";
import { textOfUuid } from "./identifiers.js";

/** The part that the messages of both paths of an append have in common. */
interface ProposedMessage {
  readonly getId: () => UUID | undefined;
  readonly getMetadataMap: () => { readonly get: (name: string) => string | undefined };
  readonly getData_asU8: () => Uint8Array;
  readonly getCustomMetadata_asU8: () => Uint8Array;
}

/** The event; `undefined` where its id is no UUID or it has no type. */
export const proposedEvent = (message: ProposedMessage): ProposedEvent | undefined => {
  const id = textOfUuid(message.getId());
  const type = message.getMetadataMap().get("type");
  const contentType = message.getMetadataMap().get("content-type");
  if (id === undefined || type === undefined || type === "" || contentType === undefined) return undefined;
  return { id, type, contentType, data: message.getData_asU8(), metadata: message.getCustomMetadata_asU8() };
};

/** Bytes of an event as the server counts them: text takes two bytes a character there. */
export const sizeOf = ({ type, data, metadata }: ProposedEvent): number =>
  2 * type.length + data.length + metadata.length;
