export type { MessageCommand, MessageCommandOf } from "./command.js";
export type { MessageError, MessageNotPossibleNow, MessageRules, NoChannel, NotItsTurn } from "./decide.js";
export { type MessageDecider, messageDecider, messageStream } from "./decider.js";
export {
  MESSAGE_EVENT_TYPES,
  type MessageEvent,
  type MessageEventData,
  type MessageEventOf,
  type MessageEventType,
  messageEvent,
  messageEvents,
} from "./event.js";
export { evolve as evolveMessage } from "./evolve.js";
export { type MessagePolicy, ND_61_MESSAGES, type SendingHours } from "./message-policy.js";
export { sendingTime } from "./sending-time.js";
export { type MessageState, type MessageStatus, noMessage } from "./state.js";
export type { MessageFields, MessageSubject, Recipient } from "./vocabulary.js";
