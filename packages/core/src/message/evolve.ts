import type { MessageEvent } from "./event.js";
import type { MessageState } from "./state.js";

/** Folds one event. Total: any event folds into any state, in any order. */
export const evolve = (state: MessageState, { type, occurredAt, data }: MessageEvent): MessageState => {
  switch (type) {
    case "MessageQueued":
      return {
        ...state,
        status: state.status === "unknown" ? "waiting" : state.status,
        message: data,
        queuedAt: occurredAt,
        channel: state.channel ?? data.channels[0] ?? null,
        sendFrom: state.status === "unknown" ? data.sendFrom : state.sendFrom,
      };
    case "MessageSent":
      return { ...state, status: "sent", channel: data.channel, sendFrom: null, sentAt: occurredAt };
    case "MessageFailed":
      return {
        ...state,
        status: "waiting",
        channel: data.nextChannel,
        failures: data.nextChannel === data.channel ? state.failures + 1 : 0,
        attempts: state.attempts + 1,
        sendFrom: data.sendFrom,
        reason: data.reason,
      };
    case "MessageGivenUp":
      return {
        ...state,
        status: "givenUp",
        channel: data.channel,
        attempts: state.attempts + 1,
        sendFrom: null,
        reason: data.reason,
      };
    case "MessagePostponed":
      return { ...state, sendFrom: data.sendFrom };
    case "MessageDropped":
      return { ...state, status: "dropped", sendFrom: null, reason: data.reason };
    case "MessageAcknowledged":
      return { ...state, acknowledgedAt: state.acknowledgedAt ?? occurredAt };
    case "MessageRetried":
      return {
        ...state,
        status: "waiting",
        channel: state.message?.channels[0] ?? state.channel,
        failures: 0,
        sendFrom: data.sendFrom,
      };
  }
};
