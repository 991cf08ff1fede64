import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import type { NoticeChannel } from "../dossier/vocabulary.js";
import type { Instant } from "../time/instant.js";
import type { MessageCommand, MessageCommandOf } from "./command.js";
import { type MessageEvent, messageEvent } from "./event.js";
import type { MessagePolicy } from "./message-policy.js";
import { sendingTime } from "./sending-time.js";
import type { MessageState, MessageStatus } from "./state.js";
import type { Recipient } from "./vocabulary.js";

/** What decisions about messages are made by: both are data, given from outside. */
export interface MessageRules {
  readonly calendar: WorkingCalendar;
  readonly messages: MessagePolicy;
}

/** The command has no meaning for a message that stands so. */
export interface MessageNotPossibleNow {
  readonly code: "MessageNotPossibleNow";
  readonly command: MessageCommand["type"];
  readonly status: MessageStatus;
}

/** There is no channel by which it might be sent. */
export interface NoChannel {
  readonly code: "NoChannel";
}

/** It is another channel's turn: this failure was recorded before. */
export interface NotItsTurn {
  readonly code: "NotItsTurn";
  readonly channel: NoticeChannel;
}

export type MessageError = MessageNotPossibleNow | NoChannel | NotItsTurn;

type Decision = Either<MessageError, ReadonlyArray<MessageEvent>>;

const possibleFrom: Readonly<Record<MessageCommand["type"], ReadonlyArray<MessageStatus>>> = {
  queue: ["unknown"],
  recordSent: ["waiting"],
  recordFailure: ["waiting"],
  giveUp: ["waiting"],
  postpone: ["waiting"],
  drop: ["waiting"],
  acknowledge: ["sent"],
  retry: ["givenUp"],
};

/** What a command makes happen, or why it may not. */
export const decide =
  (rules: MessageRules) =>
  (command: MessageCommand, state: MessageState): Decision => {
    const { type, at } = command;
    if (!possibleFrom[type].includes(state.status))
      return left({ code: "MessageNotPossibleNow", command: type, status: state.status });
    switch (type) {
      case "queue": {
        const { type: _, at: __, ...message } = command;
        if (message.channels.length === 0) return left({ code: "NoChannel" });
        return one(messageEvent("MessageQueued", at, { ...message, sendFrom: hoursOf(rules, message.to)(at) }));
      }
      case "recordSent": {
        const { channel, reference } = command;
        return one(messageEvent("MessageSent", at, { channel, ...(reference !== undefined && { reference }) }));
      }
      case "recordFailure":
        return recordFailure(rules, command, state);
      case "giveUp":
        return one(messageEvent("MessageGivenUp", at, { channel: channelOf(state), reason: command.reason }));
      case "postpone": {
        const sendFrom = earliest(rules, state, Math.max(at, command.until ?? at));
        return sendFrom > at ? one(messageEvent("MessagePostponed", at, { sendFrom })) : right([]);
      }
      case "drop":
        return one(messageEvent("MessageDropped", at, { reason: command.reason }));
      case "acknowledge": {
        const { reference } = command;
        if (state.acknowledgedAt !== null) return right([]);
        return one(messageEvent("MessageAcknowledged", at, reference === undefined ? {} : { reference }));
      }
      case "retry": {
        const sendFrom = earliest(rules, state, at);
        return one(messageEvent("MessageRetried", at, { sendFrom, ...(command.by && { by: command.by }) }));
      }
    }
  };

/** The same channel again, so often; then the next one at once; then none. */
const recordFailure = (
  rules: MessageRules,
  { at, channel, reason, again, retryAt }: MessageCommandOf<"recordFailure">,
  state: MessageState,
): Decision => {
  const { message } = state;
  if (channel !== state.channel) return left({ code: "NotItsTurn", channel });
  const isTriedAgain = again && state.failures + 1 < rules.messages.attempts;
  const nextChannel = isTriedAgain ? channel : message?.channels[message.channels.indexOf(channel) + 1];
  if (nextChannel === undefined || message === null)
    return one(messageEvent("MessageGivenUp", at, { channel, reason }));
  const sendFrom = hoursOf(rules, message.to)(isTriedAgain ? Math.max(at, retryAt) : at);
  return one(messageEvent("MessageFailed", at, { channel, reason, nextChannel, sendFrom }));
};

const hoursOf = ({ calendar, messages }: MessageRules, { kind }: Recipient) =>
  sendingTime(calendar, kind === "subject" ? messages.applicantHours : messages.staffHours);

const earliest = (rules: MessageRules, { message }: MessageState, at: Instant): Instant =>
  message === null ? at : hoursOf(rules, message.to)(at);

const channelOf = ({ channel, message }: MessageState): NoticeChannel => channel ?? message?.channels[0] ?? "counter";

const one = (event: MessageEvent): Decision => right([event]);
