import { deepEqual } from "node:assert/strict";
import { inMemoryProcessStore, type ProcessChange, type ProcessName, type ProcessStore } from "@motcua/event-store";
import fc from "fast-check";
import { succeeds } from "../contract/expect.js";
import { byStream, dead, place, type Rules, row } from "./samples.js";

const RUNS = 25;

const stream = fc.constantFrom("a", "b", "c", "d");
const at = fc.integer({ min: -2, max: 4 });

const save = fc.record({
  /** Mostly from where it stands. */
  from: fc.oneof({ weight: 5, arbitrary: fc.constant("here" as const) }, fc.constantFrom(null, 0, 1)),
  to: fc.nat({ max: 2 }),
  rows: fc.array(fc.record({ stream, wakeAt: fc.option(at), rung: fc.array(stream, { maxLength: 2 }) })),
  over: fc.array(stream, { maxLength: 2 }),
  dead: fc.array(fc.record({ key: stream, at })),
  revived: fc.array(stream, { maxLength: 2 }),
});

const step = fc.record({
  version: fc.constantFrom(1, 2),
  act: fc.oneof({ weight: 8, arbitrary: save }, fc.constant("forget" as const)),
});

/** Random changes, each run with a process of its own name. */
export const likeInMemory: Rules = {
  "random changes leave what they leave in memory": async (states) => {
    let runs = 0;
    const property = fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      const name = `desk ${runs++}`;
      const model = inMemoryProcessStore();
      for (const { version, act } of steps) {
        const process = { name, version };
        const change = act === "forget" ? act : await changeOf(model, process, act);
        deepEqual(await done(states, process, change), await done(model, process, change));
        deepEqual(await seen(states, process), await seen(model, process));
      }
    });
    await fc.assert(property, { numRuns: RUNS });
  },
};

type Save = typeof save extends fc.Arbitrary<infer Given> ? Given : never;

const changeOf = async (model: ProcessStore, process: ProcessName, given: Save): Promise<ProcessChange> => {
  const here = (await succeeds(model.places(process.name)())).find(({ version }) => version === process.version);
  return {
    from: given.from === "here" ? (here?.checkpoint ?? null) : given.from === null ? null : place(given.from),
    to: place(given.to),
    rows: given.rows.map(({ stream, wakeAt, rung }) => row(stream, wakeAt, { rung })),
    over: given.over,
    dead: given.dead.map(({ key, at }) => dead(key, at)),
    revived: given.revived,
  };
};

const done = (states: ProcessStore, process: ProcessName, change: ProcessChange | "forget") =>
  change === "forget" ? states.forget(process)() : states.save(process, change)();

/** All that can be asked of a process. */
const seen = async (states: ProcessStore, process: ProcessName) => ({
  places: await succeeds(states.places(process.name)()),
  standings: (await succeeds(states.processes())).filter(({ name }) => name === process.name),
  rows: byStream(await succeeds(states.rows(process, ["a", "b", "c", "d", "e"])())),
  due: await succeeds(states.due(process, 2, 3)()),
  dead: await succeeds(states.deadIntents(process)()),
});
