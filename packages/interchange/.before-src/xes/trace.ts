import type { InstantParser } from "../instant.js";
import { MAX_EVENTS_PER_PART, MAX_PART_LENGTH } from "../limits.js";
import { detached, isSourceDate, type SourceCase, type SourceEvent, type SourceValue } from "../source-case.js";
import { type AttributeCollector, type AttributeRefusal, attributeCollector, type Tag } from "./attributes.js";

/** What a trace, or an event of it, must have and has not. */
const missing = (key: string, expected: string, value: SourceValue | undefined): AttributeRefusal => ({
  code: "ValueInvalid",
  key,
  expected,
  found: value === undefined ? "nothing" : value === "" ? "an empty text" : `a ${typeOf(value)}`,
});

const typeOf = (value: SourceValue): string => (isSourceDate(value) ? "date" : typeof value);

/** A name as text: some logs write case numbers as `<int>`. */
const nameOf = (value: SourceValue | undefined): string | null =>
  typeof value === "number" ? String(value) : typeof value === "string" && value !== "" ? value : null;

/** One `<trace>` while it is read. */
export interface TraceReader {
  /** A tag inside the trace: an event, an attribute of it, or an attribute of the trace. */
  readonly open: (tag: Tag, line: number) => AttributeRefusal | null;
  /** The end of such a tag; with the events of a very long trace comes a part of the case. */
  readonly close: () => AttributeRefusal | SourceCase | null;
  /** The end of the trace itself. */
  readonly finish: () => AttributeRefusal | SourceCase;
}

/** Reads the trace that begins on `line`; `nextOrdinal` counts the events of the file. */
export const traceReader = (line: number, nextOrdinal: () => number, instant: InstantParser): TraceReader => {
  const ofTrace = attributeCollector(instant);
  let event: { readonly line: number; readonly collector: AttributeCollector } | null = null;
  let events: SourceEvent[] = [];
  let length = 0;

  const open = (tag: Tag, at: number): AttributeRefusal | null => {
    if (event !== null) return event.collector.open(tag);
    if (tag.name !== "event" || ofTrace.inside()) return ofTrace.open(tag);
    event = { line: at, collector: attributeCollector(instant) };
    return null;
  };

  const endOfEvent = (ended: NonNullable<typeof event>): AttributeRefusal | null => {
    const { attributes } = ended.collector;
    const activity = nameOf(attributes.get("concept:name"));
    if (activity === null) return missing("concept:name", "a name of the event", attributes.get("concept:name"));
    const time = attributes.get("time:timestamp");
    if (!isSourceDate(time)) return missing("time:timestamp", "a <date> of the event", time);
    events.push({ ordinal: nextOrdinal(), line: ended.line, activity, at: time.date, attributes });
    length += ended.collector.length();
    return null;
  };

  const finish = (): AttributeRefusal | SourceCase => {
    const id = nameOf(ofTrace.attributes.get("concept:name"));
    if (id === null) return missing("concept:name", "a name of the trace", ofTrace.attributes.get("concept:name"));
    return { id: detached(id), line, attributes: ofTrace.attributes, events };
  };

  const close = (): AttributeRefusal | SourceCase | null => {
    if (event === null || event.collector.inside()) {
      (event?.collector ?? ofTrace).close();
      return null;
    }
    const refusal = endOfEvent(event);
    event = null;
    if (refusal !== null || (events.length < MAX_EVENTS_PER_PART && length < MAX_PART_LENGTH)) return refusal;
    const whole = finish();
    // A copy: attributes that follow belong to the parts that follow.
    const part = "code" in whole ? whole : { ...whole, attributes: new Map(whole.attributes) };
    events = [];
    length = 0;
    return part;
  };

  return { open, close, finish };
};
