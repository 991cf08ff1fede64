import type { BatchAppendReq } from "@eventstore/db-client/generated/streams_pb.js";
import type { BatchAppendReq as KurrentBatchAppendReq } from "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js";
import type { ExpectedRevision, ProposedEvent } from "../log/event.js";
import { SERVER } from "./context.js";
import { expectationOf } from "./expectation.js";
import { nameOf, textOfUuid } from "./identifiers.js";
import { proposedEvent, sizeOf } from "./proposed.js";

/** One append of a batch, all of its messages there. */
export interface WholeAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: ReadonlyArray<ProposedEvent>;
}

export type Gathered =
  | { readonly kind: "more" }
  | { readonly kind: "whole"; readonly append: WholeAppend }
  | { readonly kind: "timeout" | "badRequest" | "maximumAppendSizeExceeded"; readonly stream: string };

/**
 * Puts the messages of appends together, by their correlation ids. What follows of an append that was refused is passed
 * over.
 */
export const makeGatherer = (): ((request: BatchAppendReq, now: number) => Gathered) => {
  const begun = new Map<
    string,
    { stream: string; expected: ExpectedRevision; events: ProposedEvent[]; size: number }
  >();

  return (request, now) => {
    const correlation = textOfUuid(request.getCorrelationId()) ?? "";
    const refused = (kind: "timeout" | "badRequest" | "maximumAppendSizeExceeded", stream: string): Gathered => {
      begun.delete(correlation);
      return { kind, stream };
    };

    const options = request.getOptions();
    if (options !== undefined) {
      const stream = nameOf(options.getStreamIdentifier());
      const expected = expectationOf(options, options.getStreamPosition());
      if (deadlineOf(options) <= now) return refused("timeout", stream);
      if (stream === "" || expected === undefined) return refused("badRequest", stream);
      begun.set(correlation, { stream, expected, events: [], size: 0 });
    }
    const append = begun.get(correlation);
    if (append === undefined) return { kind: "more" };
    for (const message of request.getProposedMessagesList()) {
      const event = proposedEvent(message);
      if (event === undefined) return refused("badRequest", append.stream);
      append.events.push(event);
      append.size += sizeOf(event);
    }
    if (append.size > SERVER.maximumAppendSize) return refused("maximumAppendSizeExceeded", append.stream);
    if (!request.getIsFinal()) return { kind: "more" };
    begun.delete(correlation);
    return { kind: "whole", append };
  };
};

/** Epoch milliseconds. Both packages send a time stamp, each under a name of its own. */
const deadlineOf = (options: BatchAppendReq.Options | KurrentBatchAppendReq.Options): number => {
  const deadline = "getDeadline21100" in options ? options.getDeadline21100() : options.getDeadline();
  return deadline?.toDate().getTime() ?? Number.POSITIVE_INFINITY;
};
