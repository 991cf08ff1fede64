import type { BatchAppendReq, BatchAppendResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { handleBidiStreamingCall } from "@grpc/grpc-js";
import { isLeft } from "fp-ts/lib/Either.js";
import type { NotedCall } from "../journal.js";
import { settle } from "./answering.js";
import { batchAnswers } from "./batch-answers.js";
import type { Context } from "./context.js";
import { asError, makeRefusals, type Refusal } from "./errors.js";
import { makeGatherer, type WholeAppend } from "./gather-batch.js";
import { identifierOf } from "./identifiers.js";
import { isTooLarge } from "./message-size.js";

/** `Streams.BatchAppend`: many appends in one call, decided in the order in which they are whole. */
export const handleBatchAppend = (context: Context): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> => {
  const { protocol, log, journal, faults, clock } = context;
  const refusals = makeRefusals(protocol);
  const answers = batchAnswers(protocol);

  return (call) => {
    const gather = makeGatherer();
    // Not a listener for each append: one call may carry a hundred thousand.
    const open = new Set<NotedCall>();
    let isOver = false;
    const close = (noted: NotedCall, state: NotedCall["state"]): void => {
      noted.state = state;
      open.delete(noted);
    };
    const end = (): void => {
      isOver = true;
      call.end();
    };
    const fail = (refusal: Refusal): void => {
      isOver = true;
      call.emit("error", asError(refusal));
    };

    const append = ({ stream, expected, events }: WholeAppend, respond: (response: BatchAppendResp) => void): void => {
      const noted = journal.note({ method: "append", via: "batch", stream, ids: events.map(({ id }) => id), expected });
      open.add(noted);
      const fault = faults.next("append");
      if (fault?.kind === "notReady") {
        close(noted, "refused");
        respond(answers.notReady());
        return;
      }
      settle(context, refusals, fault, {
        work: () => log.append(stream, events, expected),
        answer: (written) => {
          close(noted, isLeft(written) ? "refused" : "answered");
          if (!isLeft(written)) respond(answers.success(written.right));
          else if (written.left.code === "StreamDeleted") respond(answers.streamDeleted(written.left));
          else respond(answers.conflict(written.left));
        },
        refuse: (refusal) => {
          close(noted, "refused");
          fail(refusal);
        },
        end: () => {
          close(noted, "refused");
          end();
        },
      });
    };

    call.on("data", (request: BatchAppendReq) => {
      if (isOver) return;
      if (isTooLarge(request)) {
        fail(refusals.messageTooLarge());
        return;
      }
      const respondFor = (stream: string) => (response: BatchAppendResp) => {
        if (isOver) return;
        response.setCorrelationId(request.getCorrelationId()).setStreamIdentifier(identifierOf(protocol, stream));
        call.write(response);
      };
      const gathered = gather(request, clock());
      if (gathered.kind === "whole") append(gathered.append, respondFor(gathered.append.stream));
      else if (gathered.kind !== "more") respondFor(gathered.stream)(answers[gathered.kind]());
    });
    call.on("end", end);
    call.on("cancelled", () => {
      for (const noted of open) close(noted, "cancelled");
    });
  };
};
