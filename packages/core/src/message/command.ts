import type { Actor } from "../dossier/role.js";
import type { NoticeChannel } from "../dossier/vocabulary.js";
import type { Instant } from "../time/instant.js";
import type { MessageEventData } from "./event.js";

/** What each command says besides what it is and when. */
interface Fields {
  queue: Omit<MessageEventData<"MessageQueued">, "sendFrom">;
  /** The channel has taken it. */
  recordSent: { channel: NoticeChannel; reference?: string };
  /** The channel has not taken it; `again`: it may if it is asked again, at `retryAt` at the earliest. */
  recordFailure: { channel: NoticeChannel; reason: string; again: boolean; retryAt: Instant };
  /** It can be sent by no channel. */
  giveUp: { reason: string };
  /** Nobody may be written to now, or the channel is to be left alone `until` then: no attempt is made. */
  postpone: { until?: Instant };
  /** Its ground is gone. */
  drop: { reason: string };
  acknowledge: { reference?: string };
  /** Once more, from the first channel on. */
  retry: { by?: Actor };
}

/** One command of a type. The instant is given: nothing in the domain looks at a clock. */
export type MessageCommandOf<Type extends keyof Fields> = {
  readonly type: Type;
  readonly at: Instant;
} & Readonly<Fields[Type]>;

/** Everything that can be asked of a message. */
export type MessageCommand = { [Type in keyof Fields]: MessageCommandOf<Type> }[keyof Fields];
