import type { RecordedEvent } from "@motcua/event-store";
import type { AppendCall, Call, LogCall, StreamCall } from "./history.js";

/** What a call shows of the moment at which an event came into the log. */
export interface Evidence {
  readonly call: Call;
  /**
   * It came no sooner than the call that brought it `began`, or that did not find it (`missed`) began; no later than the
   * call that had it `acknowledged`, or found it (`saw`), ended.
   */
  readonly because: "began" | "missed" | "acknowledged" | "saw";
  readonly at: number;
}

/** A promise of the port that a history shows to be broken. */
export type Violation =
  /** One id stands in the log more than once. */
  | { readonly code: "IdStoredTwice"; readonly id: string; readonly events: ReadonlyArray<RecordedEvent> }
  /** The events of a stream do not come as 1, 2, 3, … in the log. */
  | { readonly code: "VersionOutOfPlace"; readonly event: RecordedEvent; readonly wanted: number }
  /** An event that nobody appended. */
  | { readonly code: "StoredWithoutAppend"; readonly event: RecordedEvent }
  /** The only appends of an event that is in the log were refused. */
  | { readonly code: "StoredThoughRefused"; readonly call: AppendCall; readonly event: RecordedEvent }
  /** An acknowledged append that is not in the log. */
  | { readonly code: "AcknowledgedNotStored"; readonly call: AppendCall }
  /** Some events of an append are in the log, others not. */
  | { readonly code: "StoredInPart"; readonly call: AppendCall; readonly stored: number }
  /** The events of an append do not stand one after the other in its stream. */
  | { readonly code: "StoredApart"; readonly call: AppendCall }
  /** An event is not what was appended. */
  | { readonly code: "ContentChanged"; readonly call: AppendCall; readonly event: RecordedEvent }
  /** An append was answered with a version that is not that of its last event. */
  | { readonly code: "WrongVersion"; readonly call: AppendCall; readonly answered: number; readonly wanted: number }
  /** An append was carried out at a version that it did not expect. */
  | { readonly code: "ExpectationIgnored"; readonly call: AppendCall; readonly version: number }
  /** What the answer gives as its reason was not so. */
  | { readonly code: "RefusedWithoutCause"; readonly call: AppendCall }
  /** A read failed, and not because the store could not be reached. */
  | { readonly code: "ReadFailed"; readonly call: StreamCall | LogCall }
  /** A page is not what the log has there: from `index` on, an event is missing, doubled, moved or changed. */
  | {
      readonly code: "PageDiffers";
      readonly call: StreamCall | LogCall;
      readonly index: number;
      readonly wanted: RecordedEvent | null;
      readonly found: RecordedEvent | null;
    }
  /** A page says where the next begins, and it does not. */
  | { readonly code: "WrongNext"; readonly call: StreamCall; readonly wanted: number | null }
  /** An answer names a version that the stream never had. */
  | { readonly code: "VersionNeverThere"; readonly call: AppendCall | StreamCall; readonly version: number }
  /** A reader was shown some events of an append and not yet the others. */
  | { readonly code: "HalfAnAppendSeen"; readonly call: Call; readonly event: RecordedEvent }
  /**
   * No order of the calls explains their answers: `shown` shows that the event was in the log at a moment after which
   * `denied` shows that this event, or one before it, was not.
   */
  | {
      readonly code: "NotLinearizable";
      /** The stream, or `null` where it is the log as a whole. */
      readonly stream: string | null;
      readonly event: RecordedEvent;
      readonly shown: Evidence;
      readonly denied: Evidence;
    };
