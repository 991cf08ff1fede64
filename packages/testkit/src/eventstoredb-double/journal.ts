import type { ExpectedRevision } from "./log/event.js";

/** What can be asked of the double. Appends have two paths on the wire: `via` of the call says which. */
export type Method = "append" | "read" | "subscribe" | "delete" | "tombstone" | "features" | "gossip";

/** A call that the double has seen. */
export interface Call {
  readonly method: Method;
  readonly via?: "batch" | "unary";
  /** `$all` for the whole log. */
  readonly stream?: string;
  /** The ids of the events to be appended, as they came. */
  readonly ids?: ReadonlyArray<string>;
  readonly expected?: ExpectedRevision;
  /** How many messages have been sent back: events of a read, for one. */
  readonly sent: number;
  /** `open` until it is answered, refused, or left by the client. One that is swallowed stays open till then. */
  readonly state: "open" | "answered" | "refused" | "cancelled";
}

/** The call as the double writes it down. */
export type NotedCall = { -readonly [Key in keyof Call]: Call[Key] };

export interface Journal {
  readonly calls: ReadonlyArray<Call>;
  readonly note: (call: Omit<Call, "sent" | "state">) => NotedCall;
}

export const makeJournal = (): Journal => {
  const calls: NotedCall[] = [];
  return {
    calls,
    note: (call) => {
      const noted: NotedCall = { ...call, sent: 0, state: "open" };
      calls.push(noted);
      return noted;
    },
  };
};
