import {
  type EventStore,
  type EventStoreError,
  type KeepOptions,
  keepProcess,
  type ProcessDone,
  type ProcessError,
  type ProcessOptions,
  type ProcessStore,
  processRunner,
} from "@motcua/event-store";
import { isLeft, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { post } from "./dispatch/post.js";
import { postOffice } from "./dispatch/post-office.js";
import type { Posts } from "./dispatch/posts.js";
import type { Appended } from "./monitor/appended.js";
import { carryOut } from "./monitor/carry-out.js";
import { dossierDesk } from "./monitor/dossier-desk.js";
import { petitionDesk } from "./monitor/petition-desk.js";
import type { DeskRules } from "./monitor/rules.js";

/** What a desk works with. */
export interface Desk {
  readonly store: EventStore;
  /** Where it keeps its place in the log, and what it waits for. */
  readonly states: ProcessStore;
  readonly rules: DeskRules;
  /** How people are written to; without it messages are queued, and sent by another. */
  readonly posts?: Posts;
  /** Told of every event that came of it. */
  readonly appended?: Appended;
}

export type DeskError = ProcessError | EventStoreError;

/** What a desk has done. */
export type DeskDone = Pick<ProcessDone, "folded" | "reactions" | "timers" | "dead">;

/**
 * One round of the deadline monitor: all that has fallen due by now is put on record, whom it concerns is warned, and what is
 * queued is sent. Asked again it does nothing more; after a week of downtime it does all that the week has brought.
 *
 * A desk that was never run tells nobody of what was decided before; dates that have passed meanwhile it finds.
 *
 * @param at  now, epoch milliseconds
 *
 * @example
 * const done = await tick({ store, states: inMemoryProcessStore(), rules, posts }, Date.now())();
 */
export const tick = (desk: Desk, at: number, options: ProcessOptions = {}): TaskEither<DeskError, DeskDone> =>
  openDesk(desk)(at, options);

/** A desk that is asked for one round after the other: see `tick`. What it has just saved it does not read again. */
export const openDesk = (desk: Desk) => {
  const processes = processesOf(desk);
  return (at: number, options: ProcessOptions = {}): TaskEither<DeskError, DeskDone> =>
    async () => {
      let total: DeskDone = { folded: 0, reactions: 0, timers: 0, dead: 0 };
      for (;;) {
        let round = 0;
        for (const run of processes) {
          const done = await run(at, { begin: "now", ...options })();
          if (isLeft(done)) return done;
          total = sum(total, done.right);
          round += done.right.reactions + done.right.timers;
        }
        if (round === 0 || options.signal?.aborted) return right(total);
      }
    };
};

/** Keeps a desk at work until the signal: when something happens, and when time goes by. */
export const keepWatch =
  (desk: Desk, options: KeepOptions): TaskEither<never, void> =>
  async () => {
    const { store: log, states } = desk;
    const given: KeepOptions = { begin: "now", ...options };
    await Promise.all([
      keepProcess({ log, states, ...watchingDossiers(desk) }, given)(),
      keepProcess({ log, states, ...watchingPetitions(desk) }, given)(),
      ...(desk.posts ? [keepProcess({ log, states, ...posting(desk, desk.posts) }, given)()] : []),
    ]);
    return right(undefined);
  };

type Run = (at: number, options: ProcessOptions) => TaskEither<DeskError, ProcessDone>;

const processesOf = (desk: Desk): ReadonlyArray<Run> => {
  const { store: log, states, posts } = desk;
  return [
    processRunner({ log, states, ...watchingDossiers(desk) }),
    processRunner({ log, states, ...watchingPetitions(desk) }),
    ...(posts ? [processRunner({ log, states, ...posting(desk, posts) })] : []),
  ];
};

const watchingDossiers = ({ store, rules, appended }: Desk) => ({
  process: dossierDesk(rules),
  perform: carryOut(store, rules, appended),
});

const watchingPetitions = ({ store, rules, appended }: Desk) => ({
  process: petitionDesk(rules),
  perform: carryOut(store, rules, appended),
});

const posting = ({ store, rules, appended }: Desk, posts: Posts) => ({
  process: postOffice(rules),
  perform: post(store, rules, posts, appended),
});

const sum = (a: DeskDone, b: DeskDone): DeskDone => ({
  folded: a.folded + b.folded,
  reactions: a.reactions + b.reactions,
  timers: a.timers + b.timers,
  dead: a.dead + b.dead,
});
