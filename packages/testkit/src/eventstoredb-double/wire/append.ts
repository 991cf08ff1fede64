import type { AppendReq, AppendResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { handleClientStreamingCall } from "@grpc/grpc-js";
import { isLeft } from "fp-ts/lib/Either.js";
import type { ProposedEvent } from "../log/event.js";
import { noteLeaving, settle } from "./answering.js";
import { appendAnswers } from "./append-answers.js";
import { type Context, SERVER } from "./context.js";
import { asError, makeRefusals, type Refusal } from "./errors.js";
import { expectationOf } from "./expectation.js";
import { nameOf } from "./identifiers.js";
import { isTooLarge } from "./message-size.js";
import { proposedEvent, sizeOf } from "./proposed.js";

/** `Streams.Append`: one append a call, its options in the first message. */
export const handleAppend = (context: Context): handleClientStreamingCall<AppendReq, AppendResp> => {
  const { protocol, log, journal, faults } = context;
  const refusals = makeRefusals(protocol);
  const answers = appendAnswers(protocol);

  return (call, callback) => {
    const events: Array<ProposedEvent | undefined> = [];
    let options: AppendReq.Options | undefined;
    let size = 0;
    let isOver = false;
    const refuse = (refusal: Refusal): void => {
      if (!isOver) callback(asError(refusal));
      isOver = true;
    };

    call.on("data", (message: AppendReq) => {
      if (isOver) return;
      if (isTooLarge(message)) {
        refuse(refusals.messageTooLarge());
        return;
      }
      options ??= message.getOptions();
      const proposed = message.getProposedMessage();
      if (proposed === undefined) return;
      const event = proposedEvent(proposed);
      events.push(event);
      size += event === undefined ? 0 : sizeOf(event);
      if (size > SERVER.maximumAppendSize) refuse(refusals.maximumAppendSizeExceeded());
    });

    call.on("end", () => {
      if (isOver) return;
      const stream = nameOf(options?.getStreamIdentifier());
      const expected = options && expectationOf(options, options.getRevision());
      const whole = events.filter((event) => event !== undefined);
      if (stream === "" || expected === undefined || whole.length < events.length) {
        refuse(refusals.thrown());
        return;
      }
      const noted = journal.note({ method: "append", via: "unary", stream, ids: whole.map(({ id }) => id), expected });
      noteLeaving(call, noted);
      settle(context, refusals, faults.next("append"), {
        work: () => log.append(stream, whole, expected),
        answer: (written) => {
          noted.state = isLeft(written) ? "refused" : "answered";
          if (!isLeft(written)) callback(null, answers.success(written.right));
          else if (written.left.code === "StreamDeleted") refuse(refusals.streamDeleted(written.left));
          else callback(null, answers.conflict(written.left));
        },
        refuse: (refusal) => {
          noted.state = "refused";
          refuse(refusal);
        },
        end: () => refuse(refusals.unavailable()),
      });
    });
  };
};
