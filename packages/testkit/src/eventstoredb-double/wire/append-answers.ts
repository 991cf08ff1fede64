import type { AppendResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { Written, WrongExpectedVersion } from "../log/event.js";
import type { Protocol } from "../protocol.js";

/** The answers to an append that came alone. A conflict is an answer too; whatever else goes wrong is a gRPC status. */
export interface AppendAnswers {
  readonly success: (written: Written) => AppendResp;
  readonly conflict: (error: WrongExpectedVersion) => AppendResp;
}

export const appendAnswers = ({ streams: { AppendResp }, shared: { Empty } }: Protocol): AppendAnswers => ({
  success: ({ revision, position }) => {
    const answer = new AppendResp.Success();
    if (revision === "no_stream") answer.setNoStream(new Empty());
    else answer.setCurrentRevision(String(revision));
    answer.setPosition(
      new AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position)),
    );
    return new AppendResp().setSuccess(answer);
  },
  conflict: ({ expected, actual }) => {
    const answer = new AppendResp.WrongExpectedVersion();
    if (actual === "no_stream") answer.setCurrentNoStream(new Empty());
    else answer.setCurrentRevision(String(actual));
    if (expected === "any") answer.setExpectedAny(new Empty());
    else if (expected === "no_stream") answer.setExpectedNoStream(new Empty());
    else if (expected === "stream_exists") answer.setExpectedStreamExists(new Empty());
    else answer.setExpectedRevision(String(expected));
    return new AppendResp().setWrongExpectedVersion(answer);
  },
});
