import { type AppendError, type Appended, checkEvents, type EventStore, unavailable } from "@motcua/event-store";
import { type Either, isLeft, isRight, left } from "fp-ts/lib/Either.js";

import type { Answer, AppendRequest } from "./writer.js";

/** Most events of one transaction; a single larger append is still one. */
const MAX_EVENTS = 5_000;
/** Most text of one transaction, in UTF-16 units. */
const MAX_TEXT = 16 * 1024 * 1024;

interface Waiting extends AppendRequest {
  readonly answer: (answer: Answer) => void;
}

export interface AppendQueue {
  readonly append: EventStore["append"];
  /** Commits what waits and takes no more. */
  readonly close: () => void;
}

/**
 * Group commit: appends that are started in the same turn of the event loop share a transaction, and so one sync of the
 * disk. They are decided in the order in which they were started.
 */
export const appendQueue = (
  commit: (requests: ReadonlyArray<AppendRequest>) => ReadonlyArray<Answer>,
  committed: () => void,
): AppendQueue => {
  const waiting: Waiting[] = [];
  let closed = false;

  const commitOne = () => {
    const group = waiting.splice(0, sizeOfGroup(waiting));
    const answers = commit(group);
    group.forEach(({ answer }, index) => {
      answer(answers[index] ?? left(unavailable("no answer")));
    });
    if (answers.some(isRight)) committed();
  };
  const nextTurn = () => {
    if (waiting.length === 0) return;
    commitOne();
    if (waiting.length > 0) setImmediate(nextTurn);
  };

  return {
    append: (stream, events, expected) => () =>
      new Promise<Either<AppendError, Appended>>((resolve) => {
        if (closed) return resolve(left(unavailable("the store is closed")));
        const checked = checkEvents(stream, events);
        if (isLeft(checked)) return resolve(checked);
        if (waiting.length === 0) setImmediate(nextTurn);
        waiting.push({ stream, events: checked.right, expected, answer: resolve });
      }),
    close: () => {
      closed = true;
      while (waiting.length > 0) commitOne();
    },
  };
};

/** How many of the requests, from the first, share the next transaction. */
const sizeOfGroup = (requests: ReadonlyArray<AppendRequest>): number => {
  let [events, text] = [0, 0];
  for (const [index, request] of requests.entries()) {
    events += request.events.length;
    for (const { data, meta } of request.events) text += data.length + meta.length;
    if (index > 0 && (events > MAX_EVENTS || text > MAX_TEXT)) return index;
  }
  return requests.length;
};
