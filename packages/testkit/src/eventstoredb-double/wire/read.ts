import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ReadReq, ReadResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { handleServerStreamingCall } from "@grpc/grpc-js";
import { isLeft } from "fp-ts/lib/Either.js";
import type { Fault } from "../faults.js";
import type { Context } from "./context.js";
import { asError, makeRefusals, type Refusal, refusalOf } from "./errors.js";
import { answersTo, type ReadFailure } from "./read-answers.js";
import { readQuery, uuidForm } from "./read-query.js";
import { readMessages } from "./recorded.js";
import { senderOf } from "./sending.js";

/** `Streams.Read`: pages of a stream or of the whole log, and subscriptions to either. */
export const handleRead = (context: Context): handleServerStreamingCall<ReadReq, ReadResp> => {
  const { protocol, log, journal, faults, disconnect } = context;
  const refusals = makeRefusals(protocol);

  return async (call) => {
    const options = call.request.getOptions() ?? new protocol.streams.ReadReq.Options();
    const read = readQuery(options);
    const messages = readMessages(protocol, uuidForm(options));
    const isSubscription = read.kind === "followAll" || read.kind === "followStream";
    const stream = "stream" in read.query ? read.query.stream : "$all";
    const noted = journal.note({ method: isSubscription ? "subscribe" : "read", stream });
    const { signal, send } = senderOf(call);

    const close = (state: typeof noted.state): void => {
      if (noted.state === "open") noted.state = state;
    };
    const end = (): void => {
      close("answered");
      call.end();
    };
    const refuse = (refusal: Refusal): void => {
      close("refused");
      call.emit("error", asError(refusal));
    };
    const fail = async (failure: ReadFailure): Promise<void> => {
      if (failure.code === "StreamDeleted") return refuse(refusals.streamDeleted(failure));
      if (failure.code === "InvalidRead")
        return refuse(refusals.readFailed(stream === "$all" ? "ReadAllResult" : "ReadStreamResult"));
      await send(messages.notFound(failure.stream));
      end();
    };
    signal.addEventListener("abort", () => close("cancelled"));

    const fault = faults.next(noted.method);
    const refusal = refusalOf(refusals, fault);
    if (refusal !== undefined) return refuse(refusal);
    if (fault?.kind === "disconnect") return disconnect();
    if (fault?.kind === "endStream") return end();
    if (fault?.kind === "delay") await sleep(fault.ms);
    const limit = eventsBefore(fault);
    const breakOff = (): void => {
      if (fault?.kind === "unavailable") refuse(refusals.unavailable());
    };
    if (limit === 0) return breakOff();

    const found = answersTo(log, read, signal);
    if (isLeft(found)) return fail(found.left);
    if (isSubscription && !(await send(messages.confirmation(randomUUID())))) return;
    for await (const next of found.right) {
      if (next.kind === "closed") return fail(next.failure);
      if (next.kind === "event") noted.sent++;
      const sent = send(messages.signal(next));
      if (sent !== true && !(await sent)) return;
      if (noted.sent >= limit) return breakOff();
    }
    end();
  };
};

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
