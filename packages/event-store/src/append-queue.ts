import { type Either, isLeft, isRight, left, map, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { type EventRefused, unavailable } from "./errors.js";
import { checkCopies, checkEvents } from "./limits.js";
import type { EventStore } from "./port.js";
import type { Committer, WriteAnswer, WriteRequest } from "./write-request.js";

/** Most events of one transaction; a single larger append is still one. */
const MAX_EVENTS = 5_000;
/** Most text of one transaction, in UTF-16 units. */
const MAX_TEXT = 16 * 1024 * 1024;

interface Waiting {
  readonly request: WriteRequest;
  readonly answer: (answer: WriteAnswer) => void;
}

export interface AppendQueue {
  readonly append: EventStore["append"];
  readonly restore: EventStore["restore"];
  /** Commits what waits and takes no more. */
  readonly close: () => Promise<void>;
}

/**
 * Group commit: appends that are started in the same turn of the event loop, or while earlier ones are being committed,
 * share a transaction, and so one sync of the disk. They are decided in the order in which they were started.
 */
export const appendQueue = ({ commit, ahead, soon }: Committer, committed: () => void): AppendQueue => {
  const waiting: Waiting[] = [];
  let underWay = 0;
  let planned = false;
  let closed = false;
  let drained: () => void = () => undefined;

  const commitNext = async () => {
    planned = false;
    underWay++;
    const group = waiting.splice(0, sizeOfGroup(waiting));
    const answers = await commit(group.map(({ request }) => request));
    underWay--;
    group.forEach(({ answer }, index) => {
      answer(answers[index] ?? left(unavailable("no answer")));
    });
    if (answers.some(isRight)) committed();
    plan();
    if (waiting.length === 0 && underWay === 0) drained();
  };
  const plan = () => {
    if (planned || waiting.length === 0 || underWay === ahead) return;
    planned = true;
    soon(commitNext);
  };

  const put = (checked: Either<EventRefused, WriteRequest>): Promise<WriteAnswer> =>
    new Promise((answer) => {
      if (closed) return answer(left(unavailable("the store is closed")));
      if (isLeft(checked)) return answer(checked);
      waiting.push({ request: checked.right, answer });
      plan();
    });

  return {
    append: (stream, given, expected) => () =>
      pipe(
        checkEvents(stream, given),
        map((events) => ({ stream, events, expected })),
        put,
      ),
    restore: (given) => async () => {
      const answer = await pipe(
        checkCopies(given),
        map((events) => ({ events })),
        put,
      );
      return isLeft(answer) ? answer : right(undefined);
    },
    close: () => {
      closed = true;
      return new Promise((resolve) => {
        if (waiting.length === 0 && underWay === 0) return resolve();
        drained = resolve;
      });
    },
  };
};

/** How many, from the first, share the next transaction. */
const sizeOfGroup = (waiting: ReadonlyArray<Waiting>): number => {
  let [events, text] = [0, 0];
  for (const [index, { request }] of waiting.entries()) {
    events += request.events.length;
    for (const { data, meta } of request.events) text += data.length + meta.length;
    if (index > 0 && (events > MAX_EVENTS || text > MAX_TEXT)) return index;
  }
  return waiting.length;
};
