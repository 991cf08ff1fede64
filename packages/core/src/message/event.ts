import * as t from "io-ts/lib/index.js";
import { Actor } from "../dossier/role.js";
import { NoticeChannel } from "../dossier/vocabulary.js";
import { type AnyEventOf, type DataOf, type EventOf, eventMaker, typesOf } from "../event/family.js";
import { schemasOf } from "../event/schema.js";
import { shape } from "../event/shape.js";
import { InstantCodec } from "../time/term.js";
import { MessageFields, MessageSubject, Recipient } from "./vocabulary.js";

/** The shape of every event's data, by type. */
const messageEventData = {
  /**
   * Somebody is to be told. `ground` is the date or the fact that it is about: once that is no longer so, it is not sent.
   * `channels` are tried in this order.
   */
  MessageQueued: shape(
    {
      about: MessageSubject,
      to: Recipient,
      template: t.string,
      fields: MessageFields,
      ground: t.string,
      channels: t.readonlyArray(NoticeChannel),
      sendFrom: InstantCodec,
    },
    {},
  ),
  /** The channel has taken it; `reference` is what it calls it. */
  MessageSent: shape({ channel: NoticeChannel }, { reference: t.string }),
  /** It has not taken it; when and by which channel it is tried again. `reason` is a code. */
  MessageFailed: shape(
    { channel: NoticeChannel, reason: t.string, nextChannel: NoticeChannel, sendFrom: InstantCodec },
    {},
  ),
  /** Nothing more is tried, unless somebody asks for it. */
  MessageGivenUp: shape({ channel: NoticeChannel, reason: t.string }, {}),
  /** No attempt was made: it was night, or the channel is left alone for a while. */
  MessagePostponed: shape({ sendFrom: InstantCodec }, {}),
  /** Its ground is gone: it is not sent any more. */
  MessageDropped: shape({ reason: t.string }, {}),
  /** It has arrived, or was answered, as the channel or the person says. */
  MessageAcknowledged: shape({}, { reference: t.string }),
  /** Somebody asked that it be tried again, from the first channel on. */
  MessageRetried: shape({ sendFrom: InstantCodec }, { by: Actor }),
} as const;

export type MessageEventType = keyof typeof messageEventData;

/** The data of one type of event. */
export type MessageEventData<Type extends MessageEventType> = DataOf<typeof messageEventData, Type>;

/** One event of a given type. */
export type MessageEventOf<Type extends MessageEventType> = EventOf<typeof messageEventData, Type>;

/** Something that happened to a message, at `occurredAt`. */
export type MessageEvent = AnyEventOf<typeof messageEventData>;

export const MESSAGE_EVENT_TYPES = typesOf(messageEventData);

/** Makes an event; the type decides which data it takes. */
export const messageEvent = eventMaker<typeof messageEventData>();

/**
 * The schemas by which an event store reads and writes the events of a message.
 *
 * @example
 * handle(store, messageDecider(rules), { streamOf: messageStream, catalog: messageEvents })
 */
export const messageEvents = schemasOf(messageEventData);
