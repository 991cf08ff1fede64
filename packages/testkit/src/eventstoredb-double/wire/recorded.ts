import type { ReadResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { LogEvent } from "../log/event.js";
import type { Signal } from "../log/follow.js";
import type { Protocol } from "../protocol.js";
import { identifierOf, uuidOf } from "./identifiers.js";

/** How the reader wants its ids. */
export type UuidForm = "string" | "structured";

/** The messages of which a read is made. */
export interface ReadMessages {
  readonly event: (event: LogEvent) => ReadResp;
  readonly signal: (signal: Exclude<Signal, { kind: "closed" }>) => ReadResp;
  readonly confirmation: (subscription: string) => ReadResp;
  readonly notFound: (stream: string) => ReadResp;
}

export const readMessages = (protocol: Protocol, form: UuidForm): ReadMessages => {
  const { ReadResp } = protocol.streams;

  const event = (recorded: LogEvent): ReadResp => {
    const position = String(recorded.position);
    const message = new ReadResp.ReadEvent.RecordedEvent()
      .setId(uuidOf(protocol, recorded.id, form))
      .setStreamIdentifier(identifierOf(protocol, recorded.stream))
      .setStreamRevision(String(recorded.revision))
      .setCommitPosition(position)
      .setPreparePosition(position)
      .setData(recorded.data)
      .setCustomMetadata(recorded.metadata);
    message
      .getMetadataMap()
      .set("type", recorded.type)
      .set("content-type", recorded.contentType)
      .set("created", String(recorded.created));
    return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(message).setCommitPosition(position));
  };

  return {
    event,
    signal: (signal) => {
      switch (signal.kind) {
        case "event":
          return event(signal.event);
        case "checkpoint":
          return new ReadResp().setCheckpoint(
            new ReadResp.Checkpoint()
              .setCommitPosition(String(signal.commit))
              .setPreparePosition(String(signal.prepare)),
          );
        case "caughtUp":
          return new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
      }
    },
    confirmation: (subscription) =>
      new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(subscription)),
    notFound: (stream) =>
      new ReadResp().setStreamNotFound(
        new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(protocol, stream)),
      ),
  };
};
