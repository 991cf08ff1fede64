import type { BatchAppendResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { StreamDeleted, Written, WrongExpectedVersion } from "../log/event.js";
import type { Protocol } from "../protocol.js";
import { SERVER } from "./context.js";
import { identifierOf } from "./identifiers.js";

/** The answers to one append of a batch. Clients read the packed message alone, and the text where they know it not. */
export interface BatchAnswers {
  readonly success: (written: Written) => BatchAppendResp;
  readonly conflict: (error: WrongExpectedVersion) => BatchAppendResp;
  readonly streamDeleted: (error: StreamDeleted) => BatchAppendResp;
  readonly maximumAppendSizeExceeded: () => BatchAppendResp;
  readonly badRequest: () => BatchAppendResp;
  readonly timeout: () => BatchAppendResp;
  readonly notReady: () => BatchAppendResp;
}

type Message = { readonly serializeBinary: () => Uint8Array };
type Code = Parameters<InstanceType<Protocol["status"]["Status"]>["setCode"]>[0];

export const batchAnswers = (protocol: Protocol): BatchAnswers => {
  const { streams, shared, status, any, empty } = protocol;

  const error = (code: Code, text: string, name: string, message: Message): BatchAppendResp => {
    const details = new any.Any();
    details.pack(message.serializeBinary(), name);
    return new streams.BatchAppendResp().setError(
      new status.Status().setCode(code).setMessage(text).setDetails(details),
    );
  };

  const success: BatchAnswers["success"] = ({ revision, position }) => {
    const answer = new streams.BatchAppendResp.Success();
    if (revision === "no_stream") answer.setNoStream(new empty.Empty());
    else answer.setCurrentRevision(String(revision));
    answer.setPosition(
      new shared.AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position)),
    );
    return new streams.BatchAppendResp().setSuccess(answer);
  };

  const conflict: BatchAnswers["conflict"] = ({ expected, actual }) => {
    const message = new shared.WrongExpectedVersion();
    if (actual === "no_stream") message.setCurrentNoStream(new empty.Empty());
    else message.setCurrentStreamRevision(String(actual));
    if (expected === "any") message.setExpectedAny(new empty.Empty());
    else if (expected === "no_stream") message.setExpectedNoStream(new empty.Empty());
    else if (expected === "stream_exists") message.setExpectedStreamExists(new empty.Empty());
    else message.setExpectedStreamPosition(String(expected));
    return error(6, "WrongExpectedVersion", "event_store.client.WrongExpectedVersion", message);
  };

  return {
    success,
    conflict,
    streamDeleted: ({ stream }) => {
      const message = new shared.StreamDeleted().setStreamIdentifier(identifierOf(protocol, stream));
      return error(5, "StreamDeleted", "event_store.client.StreamDeleted", message);
    },
    maximumAppendSizeExceeded: () => {
      const message = new shared.MaximumAppendSizeExceeded().setMaxappendsize(SERVER.maximumAppendSize);
      return error(3, "MaximumAppendSizeExceeded", "event_store.client.MaximumAppendSizeExceeded", message);
    },
    badRequest: () => error(3, "BadRequest", "event_store.client.BadRequest", new shared.BadRequest()),
    timeout: () => error(4, "Timeout", "event_store.client.Timeout", new shared.Timeout()),
    notReady: () => error(14, "Server Is Not Ready", "google.protobuf.Empty", new empty.Empty()),
  };
};
