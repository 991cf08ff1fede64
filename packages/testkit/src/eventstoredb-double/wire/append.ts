import type { AppendReq, AppendResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { handleClientStreamingCall } from "@grpc/grpc-js";
import { isLeft } from "fp-ts/lib/Either.js";
import type { ProposedEvent, Written, WrongExpectedVersion } from "../log/event.js";
import { noteLeaving, settle } from "./answering.js";
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

  return (call, callback) => {
    const events: Array<ProposedEvent | undefined> = [];
    let options: AppendReq.Options | undefined;
    let size = 0;
    let isDone = false;
    const refuse = (refusal: Refusal) => {
      if (!isDone) callback(asError(refusal));
      isDone = true;
    };

    call.on("data", (message: AppendReq) => {
      if (isDone) return;
      if (isTooLarge(message)) return refuse(refusals.messageTooLarge());
      options ??= message.getOptions();
      const proposed = message.getProposedMessage();
      if (proposed === undefined) return;
      const event = proposedEvent(proposed);
      events.push(event);
      size += event === undefined ? 0 : sizeOf(event);
      if (size > SERVER.maximumAppendSize) refuse(refusals.maximumAppendSizeExceeded());
    });
    call.on("end", () => {
      if (isDone) return;
      const stream = nameOf(options?.getStreamIdentifier());
      const expected = options && expectationOf(options, options.getRevision());
      const whole = events.filter((event) => event !== undefined);
      if (stream === "" || expected === undefined || whole.length < events.length) return refuse(refusals.thrown());
      const noted = journal.note({ method: "append", via: "unary", stream, ids: whole.map(({ id }) => id), expected });
      noteLeaving(call, noted);
      settle(context, refusals, faults.next("append"), {
        work: () => log.append(stream, whole, expected),
        answer: (written) => {
          noted.state = isLeft(written) ? "refused" : "answered";
          if (!isLeft(written)) callback(null, success(written.right));
          else if (written.left.code === "StreamDeleted") refuse(refusals.streamDeleted(written.left));
          else callback(null, conflict(written.left));
        },
        refuse: (refusal) => {
          noted.state = "refused";
          refuse(refusal);
        },
        end: () => refuse(refusals.unavailable()),
      });
    });
  };

  function success({ revision, position }: Written): AppendResp {
    const { AppendResp } = protocol.streams;
    const answer = new AppendResp.Success();
    if (revision === "no_stream") answer.setNoStream(new protocol.shared.Empty());
    else answer.setCurrentRevision(String(revision));
    answer.setPosition(
      new AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position)),
    );
    return new AppendResp().setSuccess(answer);
  }

  function conflict({ expected, actual }: WrongExpectedVersion): AppendResp {
    const { AppendResp } = protocol.streams;
    const { Empty } = protocol.shared;
    const answer = new AppendResp.WrongExpectedVersion();
    if (actual === "no_stream") answer.setCurrentNoStream(new Empty());
    else answer.setCurrentRevision(String(actual));
    if (expected === "any") answer.setExpectedAny(new Empty());
    else if (expected === "no_stream") answer.setExpectedNoStream(new Empty());
    else if (expected === "stream_exists") answer.setExpectedStreamExists(new Empty());
    else answer.setExpectedRevision(String(expected));
    return new AppendResp().setWrongExpectedVersion(answer);
  }
};
