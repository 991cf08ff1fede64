import type { ServerWritableStream } from "@grpc/grpc-js";

/** Sends messages no faster than the client takes them. */
export interface Sender<Message> {
  /** Aborts when the client has left, or its connection. */
  readonly signal: AbortSignal;
  /** `false` where the client has left. Resolves once the next message may be sent. */
  readonly send: (message: Message) => Promise<boolean> | boolean;
}

export const senderOf = <Message>(call: ServerWritableStream<unknown, Message>): Sender<Message> => {
  const left = new AbortController();
  // A listener more for every message that waits.
  call.setMaxListeners(0);
  call.on("cancelled", () => left.abort());
  call.on("error", () => left.abort());
  const drained = () =>
    new Promise<boolean>((resolve) => {
      const done = (): void => {
        call.off("drain", done);
        left.signal.removeEventListener("abort", done);
        resolve(!left.signal.aborted);
      };
      call.on("drain", done);
      left.signal.addEventListener("abort", done);
    });
  return {
    signal: left.signal,
    send: (message) => {
      if (left.signal.aborted || call.cancelled) return false;
      return call.write(message) || drained();
    },
  };
};
