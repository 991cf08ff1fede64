import type { handleUnaryCall } from "@grpc/grpc-js";
import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { Call } from "../journal.js";
import { noteLeaving, settle } from "./answering.js";
import type { Context } from "./context.js";
import { asError, makeRefusals, type Refusal, type Refusals } from "./errors.js";

/** A call of one message, as it is to be written down, and what it does. */
export interface UnaryCall<Response> {
  readonly seen: Omit<Call, "sent" | "state">;
  readonly work: (refusals: Refusals) => Either<Refusal, Response>;
}

/** Handles a call of one message and one answer. `undefined` stands for a message that makes no sense. */
export const handleUnary = <Request, Response>(
  context: Context,
  read: (request: Request) => UnaryCall<Response> | undefined,
): handleUnaryCall<Request, Response> => {
  const refusals = makeRefusals(context.protocol);
  return (call, callback) => {
    const asked = read(call.request);
    if (asked === undefined) {
      callback(asError(refusals.thrown()));
      return;
    }
    const noted = context.journal.note(asked.seen);
    noteLeaving(call, noted);
    const refuse = (refusal: Refusal): void => {
      noted.state = "refused";
      callback(asError(refusal));
    };
    settle(context, refusals, context.faults.next(noted.method), {
      work: () => asked.work(refusals),
      answer: (answer) => {
        if (isLeft(answer)) return refuse(answer.left);
        noted.state = "answered";
        callback(null, answer.right);
      },
      refuse,
      end: () => refuse(refusals.unavailable()),
    });
  };
};
