import { evolveMessage, MESSAGE_EVENT_TYPES, type MessageEvent, type MessageState, noMessage } from "@motcua/core";
import type { Fact, Projection } from "@motcua/event-store";

/** A row for every message, by its stream. */
export type MessageRows = ReadonlyMap<string, MessageState>;

/** The projection behind the list of messages: what was to be told to whom, and what became of it. */
export const messageRows: Projection<MessageRows> & {
  readonly concat: (a: MessageRows, b: MessageRows) => MessageRows;
} = {
  name: "message-rows",
  version: 1,
  handles: MESSAGE_EVENT_TYPES,
  empty: () => new Map(),
  step: (rows, event: Fact) => {
    const row = rows.get(event.stream) ?? noMessage;
    return (rows as Map<string, MessageState>).set(event.stream, evolveMessage(row, event as unknown as MessageEvent));
  },
  concat: (a, b) => new Map([...a, ...b]),
};
