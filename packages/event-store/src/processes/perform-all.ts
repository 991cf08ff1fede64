import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Known } from "../handle.js";
import type { Intent } from "./process.js";
import type { DeadIntent } from "./process-store.js";
import type { IntentRefused, Perform } from "./running.js";

/** What is wanted of one stream, in the order in which it is wanted. */
export interface Wish<Wanted extends Intent, State = never> {
  readonly stream: string;
  readonly intents: ReadonlyArray<Wanted>;
  readonly known?: Known<State>;
}

/** What became of wishes: those whose keys are not among the dead were carried out. */
export interface Performed {
  readonly done: number;
  readonly dead: ReadonlyArray<DeadIntent>;
}

/** Carries out what is wanted: of one stream in order, of several at once. The first failure ends it. */
export const performAll = async <Wanted extends Intent, Failure, State>(
  perform: Perform<Wanted, Failure, State>,
  wishes: ReadonlyArray<Wish<Wanted, State>>,
  at: number,
  together: number,
): Promise<Either<Failure, Performed>> => {
  const waiting = wishes.values();
  const dead: DeadIntent[] = [];
  let done = 0;
  let failed: { readonly failure: Failure } | undefined;
  const work = async (): Promise<void> => {
    for (const { stream, intents, known } of waiting)
      for (const intent of intents) {
        if (failed !== undefined) return;
        if (!isText(intent.key)) {
          dead.push(deadIntent(stream, intent, "its key is no text that every store keeps", at));
          continue;
        }
        const answer = await perform(intent, at, known)();
        if (!isLeft(answer)) done++;
        else if (isRefusal(answer.left)) dead.push(deadIntent(stream, intent, answer.left.reason, at));
        else failed ??= { failure: answer.left };
      }
  };
  await Promise.all(Array.from({ length: Math.min(together, wishes.length) }, work));
  return failed === undefined ? right({ done, dead }) : left(failed.failure);
};

export const deadIntent = (stream: string, intent: Intent, reason: string, at: number): DeadIntent => ({
  key: isText(intent.key) ? intent.key : JSON.stringify(intent.key),
  stream,
  intent: JSON.stringify(intent),
  reason,
  at,
});

const isText = (key: string): boolean => key.isWellFormed() && !key.includes("\0");

const isRefusal = <Failure>(left: IntentRefused | Failure): left is IntentRefused =>
  typeof left === "object" && left !== null && "code" in left && left.code === "IntentRefused";
