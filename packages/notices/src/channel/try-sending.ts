import { type Either, left } from "fp-ts/lib/Either.js";
import type { Channel, OutgoingMessage, SendFailure, Sent } from "./channel.js";

/**
 * Sends by a channel of which nothing is known: where it throws, it has failed. What it throws is dropped, since it may name
 * the address.
 */
export const trySending = async (channel: Channel, message: OutgoingMessage): Promise<Either<SendFailure, Sent>> => {
  try {
    return await channel.send(message)();
  } catch {
    return left({ code: "GatewayFailed", again: true, detail: "the channel threw instead of answering" });
  }
};
