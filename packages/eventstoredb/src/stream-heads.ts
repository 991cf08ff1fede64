import type { AppendError, Appended } from "@motcua/event-store";
import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { Batch } from "./batch.js";
import { makeRecent } from "./recent.js";

/** Where a stream will stand when the appends of this store that are under way have succeeded. */
interface Head {
  version: number;
  /** Id of the last event of the last append; empty where it is not known. */
  lastId: string;
}

/** What this store believes about streams; the server decides. A wrong belief costs one refused attempt. */
export const makeStreamHeads = () => {
  const heads = makeRecent<Head>(REMEMBERED);
  /** After which version an append was tried that nobody knows the end of. */
  const doubts = makeRecent<number>(REMEMBERED);

  const learn = (stream: string, version: number, lastId: string): Head => {
    const head = { version, lastId };
    heads.set(stream, head);
    return head;
  };

  return {
    of: heads.get,
    learn,
    /** The version after which a batch belongs: before its own events, if they are believed to be the last. */
    versionBefore: ({ version, lastId }: Head, { events }: Batch): number =>
      lastId === lastIdOf(events) ? Math.max(0, version - events.length) : version,
    /** Believes that a batch will be stored after this version. One belief is shared by all appends that rest on it. */
    believe: (head: Head | undefined, { stream, events }: Batch, version: number): Head => {
      const last = version + events.length;
      if (head === undefined) return learn(stream, last, lastIdOf(events));
      [head.version, head.lastId] = [Math.max(head.version, last), lastIdOf(events)];
      return head;
    },
    /** Forgets a belief, unless another has taken its place. */
    refute: (stream: string, head: Head): void => {
      if (heads.get(stream) === head) heads.delete(stream);
    },
    doubtAbout: ({ events }: Batch): number | undefined => doubts.get(firstIdOf(events)),
    forgetDoubt: ({ events }: Batch): void => doubts.delete(firstIdOf(events)),
    /** Remembers the place of an append whose end is in doubt, and forgets it when it is not. */
    settle: (
      answer: Either<AppendError, Appended>,
      { events }: Batch,
      version: number,
    ): Either<AppendError, Appended> => {
      const isInDoubt = isLeft(answer) && answer.left.code === "StoreUnavailable" && answer.left.inDoubt;
      if (isInDoubt) doubts.set(firstIdOf(events), version);
      else doubts.delete(firstIdOf(events));
      return answer;
    },
  };
};

const REMEMBERED = 10_000;

type Identified = ReadonlyArray<{ readonly id: string }>;

const firstIdOf = (events: Identified): string => events[0]?.id ?? "";
const lastIdOf = (events: Identified): string => events.at(-1)?.id ?? "";
