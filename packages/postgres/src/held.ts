import { setTimeout as sleep } from "node:timers/promises";
import type { AppendError, Appended } from "@motcua/event-store";
import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { isHeld } from "./failure.js";

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [50, 1_000];

/**
 * Asks once more, after a pause, while another transaction holds the stream; for `forMs` at most, or until the signal aborts.
 * Between the times the appends of others go on: they share the connection with it.
 */
export const whileHeld =
  (append: TaskEither<AppendError, Appended>, forMs: number, signal: AbortSignal): TaskEither<AppendError, Appended> =>
  async () => {
    const until = performance.now() + forMs;
    let answer = await append();
    for (let pause = FIRST_PAUSE_MS; answersHeld(answer) && performance.now() < until; pause *= 2) {
      await sleep(Math.min(pause, LONGEST_PAUSE_MS), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return answer;
      answer = await append();
    }
    return answer;
  };

const answersHeld = (answer: Either<AppendError, Appended>): boolean =>
  isLeft(answer) && answer.left.code === "StoreUnavailable" && isHeld(answer.left.cause);
