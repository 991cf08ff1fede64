import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ReadReq, ReadResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { handleServerStreamingCall } from "@grpc/grpc-js";
import { isLeft } from "fp-ts/lib/Either.js";
import type { Fault } from "../faults.js";
import type { Context } from "./context.js";
import { makeRefusals, refusalOf } from "./errors.js";
import { answersTo, type ReadFailure } from "./read-answers.js";
import { openReadCall, type ReadCall } from "./read-call.js";
import { type ReadQuery, readQuery, uuidForm } from "./read-query.js";
import { type ReadMessages, readMessages } from "./recorded.js";

/** `Streams.Read`: pages of a stream or of the whole log, and subscriptions to either. */
export const handleRead = (context: Context): handleServerStreamingCall<ReadReq, ReadResp> => {
  const { protocol, log, journal, faults, disconnect } = context;
  const refusals = makeRefusals(protocol);

  const fail = async (failure: ReadFailure, read: ReadQuery, call: ReadCall, messages: ReadMessages): Promise<void> => {
    switch (failure.code) {
      case "StreamDeleted":
        return call.refuse(refusals.streamDeleted(failure));
      case "InvalidRead":
        return call.refuse(refusals.readFailed("stream" in read.query ? "ReadStreamResult" : "ReadAllResult"));
      case "StreamNotFound":
        await call.send(messages.notFound(failure.stream));
        return call.end();
    }
  };

  /** Sends so many events at most, and calls `breakOff` then. */
  const answer = async (
    read: ReadQuery,
    call: ReadCall,
    messages: ReadMessages,
    limit: number,
    breakOff: () => void,
  ): Promise<void> => {
    if (limit === 0) return breakOff();
    const found = answersTo(log, read, call.signal);
    if (isLeft(found)) return fail(found.left, read, call, messages);
    if (isSubscription(read) && !(await call.send(messages.confirmation(randomUUID())))) return;
    for await (const next of found.right) {
      if (next.kind === "closed") return fail(next.failure, read, call, messages);
      if (next.kind === "event") call.noted.sent++;
      const sent = call.send(messages.signal(next));
      if (sent !== true && !(await sent)) return;
      if (call.noted.sent >= limit) return breakOff();
    }
    call.end();
  };

  const answerOrFault = async (read: ReadQuery, call: ReadCall, messages: ReadMessages): Promise<void> => {
    const fault = faults.next(call.noted.method);
    const refusal = refusalOf(refusals, fault);
    if (refusal !== undefined) return call.refuse(refusal);
    if (fault?.kind === "disconnect") return disconnect();
    if (fault?.kind === "endStream") return call.end();
    if (fault?.kind === "delay") await sleep(fault.ms);
    return answer(read, call, messages, eventsBefore(fault), () => {
      if (fault?.kind === "unavailable") call.refuse(refusals.unavailable());
    });
  };

  return (grpcCall) => {
    const options = grpcCall.request.getOptions() ?? new protocol.streams.ReadReq.Options();
    const read = readQuery(options);
    const stream = "stream" in read.query ? read.query.stream : "$all";
    const noted = journal.note({ method: isSubscription(read) ? "subscribe" : "read", stream });
    const call = openReadCall(grpcCall, noted);
    // For one, a filter's regular expression that is none.
    answerOrFault(read, call, readMessages(protocol, uuidForm(options))).catch(() => call.refuse(refusals.thrown()));
  };
};

const isSubscription = ({ kind }: ReadQuery): boolean => kind === "followAll" || kind === "followStream";

/** How many events a read may send before the fault happens to it. */
const eventsBefore = (fault: Fault | undefined): number => {
  switch (fault?.kind) {
    case "swallow":
    case "unavailable":
      return fault.after ?? 0;
    case "loseAnswer":
      return 0;
    default:
      return Number.POSITIVE_INFINITY;
  }
};
