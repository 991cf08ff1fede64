import { left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  inMemoryEventStore,
  inMemoryProcessStore,
  type Process,
  type ProcessStore,
  processRunner,
  reviveIntents,
  runProcess,
  unavailable,
} from "../../src/index.js";
import { success } from "../projections/support.js";
import { event, type KettleState, kettles, kitchen, putOn, takeOff, timeOf, typesOf, type Whistle } from "./kettles.js";

describe("timers", () => {
  it("what falls due is carried out once, however often the process is run", async () => {
    const { log, running } = kitchen();
    await putOn(log, "a", 100);
    expect(success(await runProcess(running, 99)())).toMatchObject({ folded: 1, timers: 0 });
    expect(success(await runProcess(running, 100)())).toMatchObject({ timers: 1, reactions: 1 });
    expect(success(await runProcess(running, 500)())).toEqual({ folded: 0, reactions: 0, timers: 0, dead: 0 });
    expect(await typesOf(log, "a")).toEqual(["PutOn", "Whistled"]);
  });

  it("one that was away for a long time finds all that has rung, the earliest first", async () => {
    const { log, running } = kitchen();
    for (const [kettle, at] of [
      ["c", 300],
      ["a", 100],
      ["b", 200],
      ["d", 1_000],
    ] as const)
      await putOn(log, kettle, at);
    expect(success(await runProcess(running, 999, { together: 1 })())).toMatchObject({ timers: 3 });
    const { events } = success(await log.readAll({ types: ["Whistled"] })());
    expect(events.map(({ stream }) => stream)).toEqual(["kettle-a", "kettle-b", "kettle-c"]);
  });

  it("a clock set back wakes nothing again", async () => {
    const { log, running } = kitchen();
    await putOn(log, "a", 100);
    for (const at of [150, 50, 150]) await runProcess(running, at)();
    expect(await typesOf(log, "a")).toEqual(["PutOn", "Whistled"]);
  });

  it("what is over before its time does not ring", async () => {
    const { log, running, states } = kitchen();
    await putOn(log, "a", 100);
    await runProcess(running, 0)();
    await takeOff(log, "a");
    expect(success(await runProcess(running, 200)())).toMatchObject({ timers: 0 });
    expect(success(await states.processes())).toMatchObject([{ streams: 0, wakeAt: null }]);
  });

  it("a stream that was over and begins again is folded from its beginning", async () => {
    const { log, running } = kitchen();
    await putOn(log, "a", 100);
    await takeOff(log, "a");
    await runProcess(running, 0)();
    await putOn(log, "a", 300);
    await runProcess(running, 400)();
    await putOn(log, "a", 500);
    await runProcess(running, 600)();
    expect(await typesOf(log, "a")).toEqual(["PutOn", "TakenOff", "PutOn", "Whistled", "PutOn", "Whistled"]);
  });

  it("a timer that was carried out and is there still does not ring again until something happens", async () => {
    const { running, log } = kitchen();
    let rang = 0;
    const perform = () => async () => {
      rang++;
      return right(undefined);
    };
    await putOn(log, "a", 100);
    for (const at of [100, 200, 300]) await runProcess({ ...running, perform }, at)();
    expect(rang).toBe(1);
    await putOn(log, "a", 350);
    await runProcess({ ...running, perform }, 400)();
    expect(rang).toBe(2);
  });
});

describe("reactions", () => {
  it("a process that begins now folds what was and tells of what comes", async () => {
    const { log, running, told } = kitchen();
    await putOn(log, "a", 1);
    success(await log.append("kettle-a", [event("Whistled", {})], "any")());
    await runProcess(running, 0, { begin: "now" })();
    expect([...told]).toEqual([]);
    success(await log.append("kettle-a", [event("Whistled", {})], "any")());
    await runProcess(running, 0)();
    expect([...told.keys()]).toEqual(["tell kettle-a 3"]);
  });

  it("a new version tells of nothing that the one before had come to, and of all after that", async () => {
    const { log, running, told } = kitchen();
    const whistled = async () => success(await log.append("kettle-a", [event("Whistled", {})], "any")());
    await whistled();
    await runProcess(running, 0)();
    // One that the new version does not read comes first.
    success(await log.append("pot-a", [event("Boiled", {})], "any")());
    await whistled();
    told.clear();
    await runProcess({ ...running, process: { ...kettles, version: 2 } }, 0)();
    expect([...told]).toEqual([["tell kettle-a 2", 1]]);
  });

  it("states that were saved of another log are forgotten, and what is in this one is not told again", async () => {
    const states = inMemoryProcessStore();
    const first = kitchen(inMemoryEventStore(), states);
    success(await first.log.append("kettle-a", [event("Whistled", {})], "any")());
    await runProcess(first.running, 0)();
    const second = kitchen(inMemoryEventStore(), states);
    success(await second.log.append("kettle-b", [event("Whistled", {})], "any")());
    success(await second.log.append("kettle-c", [event("Whistled", {})], "any")());
    expect(success(await runProcess(second.running, 0)())).toMatchObject({ folded: 2, reactions: 0 });
  });
});

describe("faults", () => {
  const failingSave = (states: ProcessStore, fails: () => boolean): ProcessStore => ({
    ...states,
    save: (process, change) => (fails() ? async () => left(unavailable("killed")) : states.save(process, change)),
  });

  it("killed between doing and saving, it does the same again, under the same keys", async () => {
    const { log, running, told, states } = kitchen();
    await putOn(log, "a", 100);
    let saves = 0;
    for (let round = 0; round < 12; round++)
      await runProcess({ ...running, states: failingSave(states, () => saves++ % 3 !== 0) }, 200)();
    expect(await typesOf(log, "a")).toEqual(["PutOn", "Whistled"]);
    expect([...told.keys()]).toEqual(["tell kettle-a 2"]);
    expect(told.get("tell kettle-a 2")).toBeGreaterThan(1);
  });

  it("two that run at once do nothing twice in the log, and both come to the end", async () => {
    const { log, running, states } = kitchen();
    for (let n = 0; n < 50; n++) await putOn(log, `k${n}`, n);
    const done = await Promise.all([1, 2, 3].map(() => runProcess(running, 100)()));
    done.forEach(success);
    expect(success(await log.readAll({ types: ["Whistled"] })()).events).toHaveLength(50);
    expect(success(await states.processes())).toMatchObject([{ checkpoint: { folded: 100 }, streams: 0 }]);
  });

  it("what cannot be done is set aside with its reason, the others go on, and it may be tried again", async () => {
    const { log, running, told, states } = kitchen();
    for (const kettle of ["a", "b"]) success(await log.append(`kettle-${kettle}`, [event("Whistled", {})], "any")());
    const refusing = {
      ...running,
      perform: ((wanted, at) =>
        wanted.kettle === "kettle-a"
          ? async () => left({ code: "IntentRefused", reason: "nobody is at home" })
          : running.perform(wanted, at)) as typeof running.perform,
    };
    expect(success(await runProcess(refusing, 7)())).toMatchObject({ reactions: 1, dead: 1 });
    expect(success(await states.deadIntents(kettles)())).toMatchObject([
      { key: "tell kettle-a 1", stream: "kettle-a", reason: "nobody is at home", at: 7 },
    ]);
    expect(success(await reviveIntents(refusing, 8)())).toMatchObject({ revived: [], dead: [{ at: 8 }] });
    expect(success(await reviveIntents(running, 9)())).toEqual({ revived: ["tell kettle-a 1"], dead: [] });
    expect(told.get("tell kettle-a 1")).toBe(1);
    expect(success(await states.deadIntents(kettles)())).toEqual([]);
  });

  it("an event or a state that the process breaks on is told of and stops no other", async () => {
    const { log, running, states } = kitchen();
    const broken: Process<KettleState, Whistle> = {
      ...kettles,
      evolve: (state, each) => {
        if (timeOf(each) === 13) throw new Error("unlucky");
        return kettles.evolve(state, each);
      },
      timers: (state, stream) => {
        if (state.whistlesAt === 14) throw new Error("unlucky as well");
        return kettles.timers?.(state, stream) ?? [];
      },
    };
    for (const at of [12, 13, 14, 15]) await putOn(log, `k${at}`, at);
    expect(success(await runProcess({ ...running, process: broken }, 20)())).toMatchObject({ timers: 2, dead: 2 });
    expect(success(await states.deadIntents(broken)()).map(({ key, reason }) => [key, reason])).toEqual([
      ["kettle-k13@1", "unlucky"],
      ["kettle-k14@timers", "unlucky as well"],
    ]);
    expect(success(await reviveIntents({ ...running, process: broken }, 21)())).toEqual({ revived: [], dead: [] });
  });

  it("a timer at no instant, and an intent whose key is no text, are told of and stop no other", async () => {
    const { log, running, states } = kitchen();
    const odd: Process<KettleState, Whistle> = {
      ...kettles,
      timers: (state, kettle) => {
        const at = { "kettle-k13": Number.NaN, "kettle-k14": 1e300, "kettle-k15": 15.5 }[kettle] ?? state.whistlesAt;
        const key = kettle === "kettle-k16" ? "a\0" : kettle === "kettle-k17" ? "\ud800" : kettle;
        return at === null ? [] : [{ at, intent: { key, kettle, what: "whistle" } }];
      },
    };
    for (const at of [12, 13, 14, 15, 16, 17]) await putOn(log, `k${at}`, at);
    expect(success(await runProcess({ ...running, process: odd }, 15)())).toMatchObject({ timers: 1, dead: 2 });
    expect(success(await runProcess({ ...running, process: odd }, 20)())).toMatchObject({ timers: 1, dead: 2 });
    expect(success(await states.deadIntents(odd)()).map(({ key }) => key)).toEqual([
      "kettle-k13@timers",
      "kettle-k14@timers",
      '"\\ud800"',
      '"a\\u0000"',
    ]);
  });

  it("what a run that broke off had folded and not saved is folded again by the next, and reacted to", async () => {
    const { log, running, told } = kitchen();
    let breaks = true;
    const run = processRunner({
      ...running,
      perform: (wanted, at) => {
        if (breaks && wanted.kettle === "kettle-b") throw new Error("not foreseen");
        return running.perform(wanted, at);
      },
    });
    const whistled = async (kettle: string) =>
      success(await log.append(`kettle-${kettle}`, [event("Whistled", {})], "any")());
    await whistled("a");
    success(await run(0)());
    await whistled("b");
    await expect(run(0)()).rejects.toThrow("not foreseen");
    breaks = false;
    success(await run(0)());
    expect([...told.keys()]).toEqual(["tell kettle-a 1", "tell kettle-b 1"]);
  });

  it("a store that cannot be reached ends the run with its error; the next one goes on", async () => {
    const { log, running } = kitchen();
    await putOn(log, "a", 1);
    const unreachable = { ...running, perform: () => async () => left(unavailable("no line")) };
    expect(await runProcess(unreachable, 5)()).toMatchObject({ left: { code: "StoreUnavailable" } });
    expect(success(await runProcess(running, 5)())).toMatchObject({ timers: 1 });
  });
});
