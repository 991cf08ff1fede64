import type { MessageEventData, NoticeChannel } from "@motcua/core";
import { type Either, isLeft, left } from "fp-ts/lib/Either.js";
import { v5 } from "uuid";
import type { Channel, SendFailure, Sent } from "../channel/channel.js";
import { trySending } from "../channel/try-sending.js";
import { addressOf, type Contacts } from "./contacts.js";

/** The words of a message. */
export interface Wording {
  readonly subject?: string;
  readonly text: string;
}

/** A message that cannot be worded: a template that is not there, a field that is missing. */
export interface NotWorded {
  readonly code: string;
  readonly detail: string;
}

/** What sending works with. */
export interface Posts {
  readonly channels: ReadonlyArray<Channel>;
  readonly contacts: Contacts;
  readonly word: (
    template: string,
    channel: NoticeChannel,
    fields: Readonly<Record<string, string>>,
  ) => Either<NotWorded, Wording>;
  readonly language: "vi" | "en";
  /** How long to wait before a channel is tried again, in milliseconds, after so many failures. */
  readonly retryAfterMs: (failures: number) => number;
}

/** Finds the address, and hands the words to the channel. By one channel a message has one key, however often it is tried. */
export const handOver = async (
  { channels, contacts, language }: Posts,
  id: string,
  { to }: Pick<MessageEventData<"MessageQueued">, "to">,
  kind: NoticeChannel,
  wording: Wording,
): Promise<Either<SendFailure, Sent>> => {
  const channel = channels.find((each) => each.kind === kind);
  if (channel === undefined) return left({ code: "NoSuchChannel", again: false, detail: `${kind} is not set up` });
  const address = await addressOf(contacts, to, kind);
  if (isLeft(address)) return address;
  return trySending(channel, {
    key: v5(`${id}/${kind}`, KEYS),
    messageId: id,
    to: address.right,
    language,
    ...wording,
  });
};

/** The name space of the keys that channels are given (RFC 9562, version 5). */
const KEYS = "2d0c8f5a-1a37-5c41-9a52-7d3f4a6b0c77";
