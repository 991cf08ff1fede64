import {
  MESSAGE_EVENT_TYPES,
  type MessageEvent,
  type MessageState,
  messageDecider,
  type NoticeChannel,
  noMessage,
} from "@motcua/core";
import type { Process } from "@motcua/event-store";
import type { DeskRules } from "../monitor/rules.js";

/** What the post office wants: a message sent, or the dossier told that it was. */
export type Posting =
  | { readonly key: string; readonly do: "send"; readonly id: string; readonly attempts: number }
  | {
      readonly key: string;
      readonly do: "record";
      readonly dossier: string;
      readonly notice: string;
      readonly channel: NoticeChannel;
    };

/** The process that sends what is queued, when its time has come, and tells the dossier that its applicant was told. */
export const postOffice = (rules: Pick<DeskRules, "calendar" | "messages">): Process<MessageState, Posting> => {
  const { evolve } = messageDecider(rules);
  return {
    name: "post-office",
    version: 1,
    handles: MESSAGE_EVENT_TYPES,
    categories: ["message"],
    initial: noMessage,
    evolve: (state, event) => evolve(state, event as unknown as MessageEvent),
    react: ({ type, stream }, { message, channel }) => {
      if (type !== "MessageSent" || message?.to.kind !== "subject" || message.about.kind !== "dossier") return [];
      const { about, template: notice } = message;
      return channel === null ? [] : [{ key: `${stream}/told`, do: "record", dossier: about.id, notice, channel }];
    },
    timers: ({ status, sendFrom, attempts }, stream) =>
      status !== "waiting" || sendFrom === null
        ? []
        : [
            {
              at: sendFrom,
              intent: {
                key: `${stream}/${attempts}/${sendFrom}`,
                do: "send",
                id: stream.slice("message-".length),
                attempts,
              },
            },
          ],
    isOver: ({ status }) => status !== "waiting",
  };
};
