import type { ReadReq, ReadResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { ServerWritableStream } from "@grpc/grpc-js";
import type { NotedCall } from "../journal.js";
import { asError, type Refusal } from "./errors.js";
import { type Sender, senderOf } from "./sending.js";

/** A read that is under way: what is sent to it, and how it ends. */
export interface ReadCall extends Sender<ReadResp> {
  readonly noted: NotedCall;
  readonly end: () => void;
  readonly refuse: (refusal: Refusal) => void;
}

export const openReadCall = (call: ServerWritableStream<ReadReq, ReadResp>, noted: NotedCall): ReadCall => {
  const sender = senderOf(call);
  const close = (state: NotedCall["state"]): void => {
    if (noted.state === "open") noted.state = state;
  };
  sender.signal.addEventListener("abort", () => close("cancelled"));
  return {
    ...sender,
    noted,
    end: () => {
      close("answered");
      call.end();
    },
    refuse: (refusal) => {
      close("refused");
      call.emit("error", asError(refusal));
    },
  };
};
