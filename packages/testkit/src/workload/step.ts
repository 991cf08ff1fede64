import type { Capabilities } from "@motcua/event-store";
import * as fc from "fast-check";

/** What an append of a workload expects: as the port has it, or around the version that the caller last heard of. */
export type StepExpectation = "any" | "none" | "exists" | "known" | "behind" | "ahead";

/** How a repetition differs from the append that it repeats. */
export type Repetition = "same" | "expectation" | "content" | "stream" | "order" | "part" | "more";

/**
 * One call of a random workload, as plain data: what it refers to (a stream, an earlier append, an earlier cursor) is a
 * number, so that a workload can be cut down to its shortest form and still mean something.
 */
export type Step =
  | {
      readonly kind: "append";
      readonly stream: number;
      /** The types of its events; none is an empty append. */
      readonly types: ReadonlyArray<string>;
      readonly expected: StepExpectation;
    }
  | { readonly kind: "repeat"; readonly nth: number; readonly as: Repetition }
  /** Events of another log: one for each stream that is named, the next of it; the last one only with `gap: false`. */
  | { readonly kind: "restore"; readonly streams: ReadonlyArray<number>; readonly gap: boolean }
  | { readonly kind: "refused"; readonly stream: number; readonly fault: EventFault }
  | {
      readonly kind: "readStream";
      readonly stream: number;
      readonly from: number;
      readonly limit: number;
      readonly direction: "forward" | "backward";
    }
  /** To the end of the log, from the nth place that was kept; one of several clients begins at the first. */
  | { readonly kind: "readThrough"; readonly nth: number; readonly filter: StepFilter; readonly limit: number }
  | { readonly kind: "readPage"; readonly nth: number; readonly limit: number }
  | { readonly kind: "refusedRead"; readonly fault: QueryFault }
  | { readonly kind: "head" };

/** What is wrong with an event that no store takes. */
export type EventFault = "type" | "id" | "undefined" | "depth" | "surrogate";

/** What is wrong with a question that no store answers. */
export type QueryFault = "cursor" | "limit" | "version";

export interface StepFilter {
  readonly types?: ReadonlyArray<string>;
  readonly categories?: ReadonlyArray<string>;
}

/** Enough streams to differ, in case, category and dashes, and few enough to be fought over. */
export const STREAM_COUNT = 5;

/** The name of a stream of a workload. `run` keeps the workloads of one store apart. */
export const streamName = (run: string, stream: number): string =>
  [`a-${run}`, `a-${run}-1`, `A-${run}`, `ab-${run}`, `ab${run}`][stream % STREAM_COUNT] as string;

const TYPES = ["X", "Y", "Z"] as const;

const stream = fc.nat(STREAM_COUNT - 1);
const limit = fc.constantFrom(1, 2, 3, 5, 8, 1_000);
const types = fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 2 });
const categories = fc.uniqueArray(fc.constantFrom("a", "A", "ab", "b"), { minLength: 1, maxLength: 2 });

/** Everything, some types, some categories, or both. */
export const anyFilter: fc.Arbitrary<StepFilter> = fc.oneof(
  fc.constant<StepFilter>({}),
  fc.record({ types }),
  fc.record({ categories }),
  fc.record({ types, categories }),
);

const append = fc.record({
  kind: fc.constant("append" as const),
  stream,
  types: fc.array(fc.constantFrom(...TYPES), { maxLength: 4 }),
  expected: fc.constantFrom<StepExpectation>(
    "known",
    "known",
    "known",
    "any",
    "any",
    "none",
    "exists",
    "behind",
    "ahead",
  ),
});

/** Where ids are looked for only in one slot, no more than a true repetition is promised. */
const repeat = ({ uniqueIds }: Pick<Capabilities, "uniqueIds">) =>
  fc.record({
    kind: fc.constant("repeat" as const),
    nth: fc.nat(20),
    as:
      uniqueIds === "slot"
        ? fc.constant<Repetition>("same")
        : fc.constantFrom<Repetition>(
            "same",
            "same",
            "same",
            "expectation",
            "content",
            "stream",
            "order",
            "part",
            "more",
          ),
  });

const refused = fc.record({
  kind: fc.constant("refused" as const),
  stream,
  fault: fc.constantFrom<EventFault>("type", "id", "undefined", "depth", "surrogate"),
});

/** Where an append has a limit, a restore that fails may be done in part. */
const restore = ({ maxAppendBytes }: Pick<Capabilities, "maxAppendBytes">) =>
  fc.record({
    kind: fc.constant("restore" as const),
    streams: fc.array(stream, { maxLength: 4 }),
    gap: maxAppendBytes === null ? fc.boolean() : fc.constant(false),
  });

const refusedRead = fc.record({
  kind: fc.constant("refusedRead" as const),
  fault: fc.constantFrom<QueryFault>("cursor", "limit", "version"),
});

const readStream = fc.record({
  kind: fc.constant("readStream" as const),
  stream,
  from: fc.integer({ min: 1, max: 12 }),
  limit,
  direction: fc.constantFrom("forward" as const, "backward" as const),
});

const readThrough = fc.record({ kind: fc.constant("readThrough" as const), nth: fc.nat(20), filter: anyFilter, limit });

const readPage = fc.record({ kind: fc.constant("readPage" as const), nth: fc.nat(20), limit });

/** A call of a client among others. */
export const anyClientStep = (capabilities: Pick<Capabilities, "uniqueIds">): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 8, arbitrary: append },
    { weight: 2, arbitrary: repeat(capabilities) },
    { weight: 1, arbitrary: refused },
    { weight: 4, arbitrary: readStream },
    { weight: 1, arbitrary: readThrough },
  );

/** A call of the only client of a store, who may also keep cursors, ask for the head and restore. */
export const anyStep = (capabilities: Omit<Capabilities, "durable">): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 16, arbitrary: anyClientStep(capabilities) },
    { weight: 5, arbitrary: readPage },
    { weight: 1, arbitrary: restore(capabilities) },
    { weight: 1, arbitrary: refusedRead },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: "head" }) },
  );
