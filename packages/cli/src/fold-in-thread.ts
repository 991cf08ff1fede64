import type { ReadError, Shard } from "@motcua/event-store";
import type { Either } from "fp-ts/lib/Either.js";
import { inThread } from "./in-thread.js";
import type { Sight, Views } from "./report/projections.js";

/** What a folding thread is asked. */
export interface FoldTask<Name extends keyof Views = keyof Views> {
  readonly file: string;
  readonly names: ReadonlyArray<Name>;
  readonly shard: Shard;
  readonly sight: Sight;
}

/** Folds one share of a log in a thread of its own; `progress` is told how many events it has folded. */
export const foldInThread = <Name extends keyof Views>(
  task: FoldTask<Name>,
  progress: (events: number) => void,
): Promise<Either<ReadError, Pick<Views, Name>>> => inThread("fold-thread", task, progress);
