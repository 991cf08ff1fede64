import type { Either } from "fp-ts/lib/Either.js";
import type { MessageCommand } from "./command.js";
import { decide, type MessageError, type MessageRules } from "./decide.js";
import type { MessageEvent } from "./event.js";
import { evolve } from "./evolve.js";
import { type MessageState, noMessage } from "./state.js";

export interface MessageDecider {
  readonly initial: MessageState;
  readonly decide: (command: MessageCommand, state: MessageState) => Either<MessageError, ReadonlyArray<MessageEvent>>;
  readonly evolve: (state: MessageState, event: MessageEvent) => MessageState;
}

/**
 * The life of a message as a decider: the outbox is a part of the log, one stream for each message. It is queued once,
 * tried by one channel after the other, and ends sent, given up, or dropped because its ground is gone.
 *
 * @example
 * const decider = messageDecider({ calendar: VIETNAM, messages: ND_61_MESSAGES });
 */
export const messageDecider = (rules: MessageRules): MessageDecider => ({
  initial: noMessage,
  decide: decide(rules),
  evolve,
});

/** The stream of a message: `message-<id>`. */
export const messageStream = (id: string): string => `message-${id}`;
