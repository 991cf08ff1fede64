import type { NoticeChannel } from "@motcua/core";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";

/** A message on its way out. The address is in clear here, and nowhere else: it is never logged, stored or told of. */
export interface OutgoingMessage {
  /** The same for the same message by the same channel, however often it is sent: a repetition is told by it. A UUID. */
  readonly key: string;
  /** The message's own id, by any channel: what a report of its delivery is to name (see `acknowledge`). */
  readonly messageId: string;
  /** A phone number, an e-mail address, or whatever the channel sends to. */
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  readonly language: "vi" | "en";
}

/** The channel has taken the message. */
export interface Sent {
  /** What the channel calls it; `null` where it does not say. */
  readonly reference: string | null;
}

/** Why a channel has not taken a message, as far as is known. */
export type SendFailureCode =
  | "NoSuchChannel"
  | "AddressUnknown"
  | "AddressRefused"
  | "MessageRefused"
  | "GatewayUnreachable"
  | "GatewayTimeout"
  | "GatewayFailed"
  | "CircuitOpen";

/** The channel has not taken the message, or it is not known whether it has. */
export interface SendFailure {
  readonly code: SendFailureCode;
  /** Worth sending again, under the same key. */
  readonly again: boolean;
  /** How long the channel asks to be left alone, milliseconds. */
  readonly retryAfterMs?: number;
  /** For people to read; without the address, the text, or anything else about a person. */
  readonly detail: string;
}

/** One way of reaching people. */
export interface Channel {
  readonly kind: NoticeChannel;
  /** Sends a message; sending it again under the same key is harmless where the other side knows keys. */
  readonly send: (message: OutgoingMessage) => TaskEither<SendFailure, Sent>;
}
