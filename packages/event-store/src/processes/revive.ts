import { isLeft, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { performAll, type Wish } from "./perform-all.js";
import type { Intent } from "./process.js";
import type { DeadIntent } from "./process-store.js";
import { type ProcessError, type Running, TOGETHER } from "./running.js";

/** What became of dead intents that were tried again. */
export interface Revived {
  readonly revived: ReadonlyArray<string>;
  /** Refused again, perhaps for another reason. */
  readonly dead: ReadonlyArray<DeadIntent>;
}

/**
 * Tries dead intents again: all of a process, or those with certain keys. What broke on an event or on timers has nothing to
 * carry out and stays; with a process that was put right, raise its version.
 */
export const reviveIntents =
  <State, Wanted extends Intent, Failure>(
    { states, process, perform }: Omit<Running<State, Wanted, Failure>, "log">,
    at: number,
    keys?: ReadonlyArray<string>,
  ): TaskEither<ProcessError | Failure, Revived> =>
  async () => {
    const [places, all] = await Promise.all([states.places(process.name)(), states.deadIntents(process)()]);
    if (isLeft(places)) return places;
    if (isLeft(all)) return all;
    const own = places.right.find(({ version }) => version === process.version);
    const wishes = all.right.filter(({ key }) => keys === undefined || keys.includes(key)).flatMap(wishOf<Wanted>);
    if (own === undefined || wishes.length === 0) return right({ revived: [], dead: [] });
    const performed = await performAll(perform, wishes, at, TOGETHER);
    if (isLeft(performed)) return performed;
    const { dead } = performed.right;
    const revived = wishes
      .flatMap(({ intents }) => intents.map(({ key }) => key))
      .filter((key) => !dead.some((each) => each.key === key));
    const { checkpoint } = own;
    const saved = await states.save(process, { from: checkpoint, to: checkpoint, dead, revived })();
    return isLeft(saved) ? saved : right({ revived, dead });
  };

const wishOf = <Wanted extends Intent>({ stream, key, intent }: DeadIntent): ReadonlyArray<Wish<Wanted>> => {
  const wanted: Wanted = JSON.parse(intent);
  return Object.keys(wanted).length === 1 && key.startsWith(`${stream}@`) ? [] : [{ stream, intents: [wanted] }];
};
