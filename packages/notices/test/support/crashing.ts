import type { EventStore, ProcessStore } from "@motcua/event-store";
import type { Channel } from "../../src/index.js";

/** Where a process is stopped: at which of its steps, before the step is done or just after. */
export interface Crash {
  readonly step: number;
  readonly when: "before" | "after";
}

export class Stopped extends Error {}

/**
 * A process that is stopped at a step, and does nothing more after that: neither does what it had under way. Its steps are
 * what can be seen from outside: appends, saves, messages handed over.
 */
export const mortal = (crash: Crash | undefined) => {
  let steps = 0;
  let isDead = false;
  const step = async <A>(work: () => Promise<A>): Promise<A> => {
    if (isDead) throw new Stopped();
    const isLast = steps++ === crash?.step;
    if (isLast && crash?.when === "before") isDead = true;
    if (isDead) throw new Stopped();
    const done = await work();
    if (isLast) isDead = true;
    if (isDead) throw new Stopped();
    return done;
  };
  return {
    store: (store: EventStore): EventStore => ({
      ...store,
      append:
        (...given) =>
        () =>
          step(store.append(...given)),
      readAll:
        (...given) =>
        () =>
          isDead ? Promise.reject(new Stopped()) : store.readAll(...given)(),
    }),
    states: (states: ProcessStore): ProcessStore => ({
      ...states,
      save:
        (...given) =>
        () =>
          step(states.save(...given)),
    }),
    channel: (channel: Channel): Channel => ({ ...channel, send: (message) => () => step(channel.send(message)) }),
    steps: () => steps,
  };
};
