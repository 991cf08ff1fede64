import type { NoticeChannel } from "../dossier/vocabulary.js";
import type { Instant } from "../time/instant.js";
import type { MessageEventData } from "./event.js";

/** Where a message stands. That it has arrived is beside that. */
export type MessageStatus = "unknown" | "waiting" | "sent" | "givenUp" | "dropped";

/** What a message's events add up to. */
export interface MessageState {
  readonly status: MessageStatus;
  /** As it was queued; `null` before. */
  readonly message: MessageEventData<"MessageQueued"> | null;
  readonly queuedAt: Instant | null;
  /** The channel that is next, or was last. */
  readonly channel: NoticeChannel | null;
  /** How often that channel has failed since it was its turn. */
  readonly failures: number;
  /** How often any has, in all. */
  readonly attempts: number;
  /** When it is to be sent; `null` where it is not waiting. */
  readonly sendFrom: Instant | null;
  readonly sentAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
  /** Why it failed last, or was given up or dropped. */
  readonly reason: string | null;
}

export const noMessage: MessageState = {
  status: "unknown",
  message: null,
  queuedAt: null,
  channel: null,
  failures: 0,
  attempts: 0,
  sendFrom: null,
  sentAt: null,
  acknowledgedAt: null,
  reason: null,
};
