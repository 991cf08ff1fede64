import type { BatchAppendReq, BatchAppendResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { handleBidiStreamingCall } from "@grpc/grpc-js";
import { isLeft } from "fp-ts/lib/Either.js";
import type { NotedCall } from "../journal.js";
import type { ExpectedRevision, ProposedEvent } from "../log/event.js";
import { settle } from "./answering.js";
import { batchAnswers } from "./batch-answers.js";
import { type Context, SERVER } from "./context.js";
import { asError, makeRefusals, type Refusal } from "./errors.js";
import { expectationOf } from "./expectation.js";
import { identifierOf, nameOf, textOfUuid } from "./identifiers.js";
import { isTooLarge } from "./message-size.js";
import { proposedEvent, sizeOf } from "./proposed.js";

/** One append, as far as its messages have come. */
interface Gathered {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: ProposedEvent[];
  size: number;
}

/** `Streams.BatchAppend`: many appends in one call, each with a correlation id, decided in the order in which they end. */
export const handleBatchAppend = (context: Context): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> => {
  const { protocol, log, journal, faults } = context;
  const refusals = makeRefusals(protocol);
  const answers = batchAnswers(protocol);

  return (call) => {
    const gathered = new Map<string, Gathered>();
    const open = new Set<NotedCall>();
    const fail = (refusal: Refusal) => {
      call.emit("error", asError(refusal));
    };

    call.on("data", (request: BatchAppendReq) => {
      if (isTooLarge(request)) return fail(refusals.messageTooLarge());
      const correlation = textOfUuid(request.getCorrelationId()) ?? "";
      const answer = (response: BatchAppendResp, stream: string): void => {
        gathered.delete(correlation);
        response.setCorrelationId(request.getCorrelationId()).setStreamIdentifier(identifierOf(protocol, stream));
        call.write(response);
      };

      const options = request.getOptions();
      if (options !== undefined) {
        const stream = nameOf(options.getStreamIdentifier());
        const expected = expectationOf(options, options.getStreamPosition());
        if (deadlineOf(options) <= Date.now()) return answer(answers.timeout(), stream);
        if (stream === "" || expected === undefined) return answer(answers.badRequest(), stream);
        gathered.set(correlation, { stream, expected, events: [], size: 0 });
      }
      const append = gathered.get(correlation);
      if (append === undefined) return;
      for (const message of request.getProposedMessagesList()) {
        const event = proposedEvent(message);
        if (event === undefined) return answer(answers.badRequest(), append.stream);
        append.events.push(event);
        append.size += sizeOf(event);
      }
      if (append.size > SERVER.maximumAppendSize) return answer(answers.maximumAppendSizeExceeded(), append.stream);
      if (!request.getIsFinal()) return;

      gathered.delete(correlation);
      const { stream, expected, events } = append;
      const noted = journal.note({ method: "append", via: "batch", stream, ids: events.map(({ id }) => id), expected });
      open.add(noted);
      const close = (state: NotedCall["state"]): void => {
        noted.state = state;
        open.delete(noted);
      };
      const fault = faults.next("append");
      if (fault?.kind === "notReady") {
        close("refused");
        return answer(answers.notReady(), stream);
      }
      settle(context, refusals, fault, {
        work: () => log.append(stream, events, expected),
        answer: (written) => {
          close(isLeft(written) ? "refused" : "answered");
          if (!isLeft(written)) answer(answers.success(written.right), stream);
          else if (written.left.code === "StreamDeleted") answer(answers.streamDeleted(written.left), stream);
          else answer(answers.conflict(written.left), stream);
        },
        refuse: (refusal) => {
          close("refused");
          fail(refusal);
        },
        end: () => {
          close("refused");
          call.end();
        },
      });
    });
    call.on("end", () => call.end());
    call.on("cancelled", () => {
      for (const noted of open) noted.state = "cancelled";
      open.clear();
    });
  };
};

/** Epoch milliseconds. Both packages send a time stamp, each under a name of its own. */
const deadlineOf = (options: BatchAppendReq.Options): number => {
  const { getDeadline21100 } = options as { getDeadline21100?: typeof options.getDeadline };
  const deadline = (getDeadline21100 ?? options.getDeadline).call(options);
  return deadline?.toDate().getTime() ?? Number.POSITIVE_INFINITY;
};
