import type { AppendError, Appended, Capabilities, Expected, NewEvent } from "@motcua/event-store";
import { type Either, isRight } from "fp-ts/lib/Either.js";
import { nextId } from "../contract/sample.js";
import { type EventFault, type Repetition, STREAM_COUNT, type Step, type StepExpectation, streamName } from "./step.js";

/** What an append is asked to do. */
export interface AppendRequest {
  readonly stream: string;
  readonly events: ReadonlyArray<NewEvent>;
  readonly expected: Expected;
}

/** What those who play a workload remember: steps refer to it by number. */
export interface Memory {
  /** Keeps the streams of this workload apart from those of others in the same store. */
  readonly run: string;
  readonly capabilities: Pick<Capabilities, "uniqueIds">;
  /** The version that a stream was last heard to be at. */
  readonly versions: Map<string, number>;
  /** Appends that were asked for, in order. */
  readonly asked: AppendRequest[];
  /** Those of them that were acknowledged. */
  readonly acknowledged: AppendRequest[];
}

export const freshMemory = (run: string, capabilities: Pick<Capabilities, "uniqueIds">): Memory => ({
  run,
  capabilities,
  versions: new Map(),
  asked: [],
  acknowledged: [],
});

/** Takes in what an append was answered. */
export const remember = (memory: Memory, request: AppendRequest, answer: Either<AppendError, Appended>): void => {
  const known = memory.versions.get(request.stream) ?? 0;
  if (isRight(answer)) {
    memory.versions.set(request.stream, Math.max(known, answer.right.version));
    if (request.events.length > 0) memory.acknowledged.push(request);
  } else if (answer.left.code === "VersionConflict") {
    memory.versions.set(request.stream, answer.left.actual ?? known);
  }
};

/** The append that a step stands for, or `undefined` where there is nothing yet that it could repeat. */
export const appendOf = (
  step: Extract<Step, { readonly kind: "append" | "repeat" | "refused" }>,
  memory: Memory,
): AppendRequest | undefined => {
  switch (step.kind) {
    case "append": {
      const stream = streamName(memory.run, step.stream);
      const request: AppendRequest = {
        stream,
        events: step.types.map(newEvent),
        expected: expectedOf(step.expected, memory.versions.get(stream) ?? 0),
      };
      if (request.events.length > 0) memory.asked.push(request);
      return request;
    }
    case "refused":
      return {
        stream: streamName(memory.run, step.stream),
        events: [newEvent("X"), { ...newEvent("Y"), ...faulty(step.fault) }, newEvent("Z")],
        expected: "any",
      };
    case "repeat":
      return repetitionFor(step.nth, step.as, memory);
  }
};

/** Only what was acknowledged is repeated with a change: ids that are free again would make an append of their own. */
const repetitionFor = (nth: number, as: Repetition, memory: Memory): AppendRequest | undefined => {
  const known = as === "same" ? memory.asked.filter((request) => mayBeRepeated(request, memory)) : memory.acknowledged;
  const request = known[nth % Math.max(1, known.length)];
  if (request === undefined) return undefined;
  const { stream, events } = request;
  switch (as) {
    case "same":
      return request;
    case "expectation":
      return { ...request, expected: "exists" };
    case "content":
      return { ...request, events: events.map((event) => ({ ...event, data: { n: -1 } })) };
    case "stream":
      return { ...request, stream: otherStream(stream, memory.run), expected: "any" };
    case "order":
      return { ...request, events: events.toReversed() };
    case "part":
      return { ...request, events: events.slice(-1), expected: "any" };
    case "more":
      return { ...request, events: [...events, newEvent("X")] };
  }
};

/** `any` and `exists` name no slot, so a store that looks for ids only there need not know them again. */
const mayBeRepeated = ({ expected }: AppendRequest, { capabilities }: Memory): boolean =>
  capabilities.uniqueIds === "log" || typeof expected === "number" || expected === "none";

const otherStream = (stream: string, run: string): string => {
  const names = Array.from({ length: STREAM_COUNT }, (_, n) => streamName(run, n));
  return names[(names.indexOf(stream) + 1) % STREAM_COUNT] as string;
};

const expectedOf = (expected: StepExpectation, known: number): Expected => {
  switch (expected) {
    case "known":
      return known;
    case "behind":
      return Math.max(0, known - 1);
    case "ahead":
      return known + 1;
    default:
      return expected;
  }
};

export const newEvent = (type: string, n = 0): NewEvent => ({
  id: nextId(),
  type,
  schemaVersion: 1,
  occurredAt: Date.UTC(2026, 0, 5, 1, 30),
  data: { n, text: TEXTS[n % TEXTS.length] },
  meta: { actor: "officer-1" },
});

/** Composed, decomposed, beyond the basic plane, and what needs escapes. */
const TEXTS = ["hồ sơ".normalize("NFC"), "hồ sơ".normalize("NFD"), "👩‍👩‍👧 𝒳", '"\\ \u2028 \u0001'];

const faulty = (fault: EventFault): Partial<NewEvent> => {
  switch (fault) {
    case "type":
      return { type: "" };
    case "id":
      return { id: "dossier-1" };
    case "undefined":
      return { data: { value: undefined } };
    case "depth":
      return { data: Array.from({ length: 64 }).reduce<object>((inner) => ({ inner }), {}) };
    case "surrogate":
      return { data: { text: "\ud800" } };
  }
};
