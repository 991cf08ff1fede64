import { type AppendError, type Appended, holds, type VersionConflict } from "@motcua/event-store";
import { type Either, isLeft, left } from "fp-ts/lib/Either.js";
import type { Batch } from "./batch.js";
import type { Place } from "./placing.js";
import type { StreamReader } from "./read-stream.js";
import { repeated } from "./repeated.js";
import { makeStreamHeads } from "./stream-heads.js";

type Answer = Either<AppendError, Appended>;
type Anywhere = "any" | "exists";

/**
 * Appends where the caller names no version. The server is always told one, so that each attempt may be repeated without
 * being stored twice: where the stream is believed to stand, then where it turns out to stand, until the place is free.
 *
 * Appends to one stream do not wait for each other: each believes that those before it will succeed. A repetition is known
 * again where the first time was in doubt, and while its events are the last of the stream.
 */
export const appendAnywhere = (place: Place, reader: StreamReader, giveUpAfterMs: number) => {
  const heads = makeStreamHeads();

  const appendWhereFree = async (batch: Batch, expected: Anywhere, giveUpAt: number): Promise<Answer> => {
    const { stream } = batch;
    const belief = heads.of(stream);
    const version = belief === undefined ? 0 : heads.versionBefore(belief, batch);
    if (version === 0 && expected === "exists")
      return (await lookAtEnd(batch, expected)) ?? appendWhereFree(batch, expected, giveUpAt);

    const held = heads.believe(belief, batch, version);
    const placed = await place(batch, version);
    if (placed.kind === "answered") {
      if (isLeft(placed.answer)) heads.refute(stream, held);
      return heads.settle(placed.answer, batch, version);
    }
    heads.refute(stream, held);
    if (performance.now() >= giveUpAt) return left(conflict(batch, expected, placed.actual));
    return (await lookAtEnd(batch, expected)) ?? appendWhereFree(batch, expected, giveUpAt);
  };

  /** Learns where the stream stands; an answer, if it ends with these events or is not what was expected. */
  const lookAtEnd = async (batch: Batch, expected: Anywhere): Promise<Answer | undefined> => {
    const { stream, events } = batch;
    const version = await reader.versionOf(stream);
    if (isLeft(version)) return version;
    if (!holds(expected, version.right)) return left(conflict(batch, expected, version.right));
    if (version.right === 0) return undefined;
    const first = Math.max(1, version.right - events.length + 1);
    const end = await reader.slot(stream, first, events.length);
    if (isLeft(end)) return end;
    const belief = heads.of(stream);
    // Another append may have looked meanwhile, and rest on what it saw.
    if (belief === undefined || belief.version <= version.right)
      heads.learn(stream, version.right, end.right.at(-1)?.id ?? "");
    return repeated(stream, events, expected, end.right, version.right);
  };

  return async (batch: Batch, expected: Anywhere): Promise<Answer> => {
    const before = heads.doubtAbout(batch);
    if (before !== undefined) {
      const placed = await place(batch, before);
      if (placed.kind === "answered") return heads.settle(placed.answer, batch, before);
      heads.forgetDoubt(batch);
    }
    return appendWhereFree(batch, expected, performance.now() + giveUpAfterMs);
  };
};

const conflict = ({ stream }: Batch, expected: Anywhere, actual: number): VersionConflict => ({
  code: "VersionConflict",
  stream,
  expected,
  actual,
});
