import { deepEqual } from "node:assert/strict";
import { succeeds } from "../contract/expect.js";
import { DESK, dead, place, type Rules, row, streamsOf } from "./samples.js";

/** Timers that are due, and intents that are dead. */
export const ringingAndDying: Rules = {
  "what is due comes the earliest first, then by stream, up to the instant and no more than asked": async (states) => {
    const rows = [row("c", 20), row("a", 20), row("b", 10, { state: "[7]", rung: ["x"] }), row("d", 21), row("e", 100)];
    await succeeds(states.save(DESK, { from: null, to: place(1), rows })());
    deepEqual(streamsOf(await succeeds(states.due(DESK, 20, 10)())), ["b", "a", "c"]);
    deepEqual(streamsOf(await succeeds(states.due(DESK, 20, 2)())), ["b", "a"]);
    deepEqual(streamsOf(await succeeds(states.due(DESK, 9, 10)())), []);
    deepEqual(await succeeds(states.due(DESK, 10, 10)()), [rows[2]]);
  },
  "what has no timer is never due, and another time takes the place of the one before": async (states) => {
    const due = async (at: number) => streamsOf(await succeeds(states.due(DESK, at, 10)()));
    const rows = [row("never", null), row("a", 10), row("b", 10), row("c", 10)];
    await succeeds(states.save(DESK, { from: null, to: place(1), rows })());
    const change = { rows: [row("a", null), row("b", 1_900_000_000_000)], over: ["c"] };
    await succeeds(states.save(DESK, { from: place(1), to: place(1), ...change })());
    deepEqual(await due(10), []);
    deepEqual(await due(Number.MAX_SAFE_INTEGER), ["b"]);
    await succeeds(states.save(DESK, { from: place(1), to: place(1), rows: [row("a", -5)] })());
    deepEqual(await due(-5), ["a"]);
    deepEqual(await due(-6), []);
  },
  "dead intents come by age, then by key; they are put in place of earlier ones, and go when revived": async (
    states,
  ) => {
    const intents = [dead("b", 2), dead("a", 2), dead("c", 10)];
    await succeeds(states.save(DESK, { from: null, to: place(1), dead: intents })());
    deepEqual(await succeeds(states.deadIntents(DESK)()), [dead("a", 2), dead("b", 2), dead("c", 10)]);
    const again = dead("a", 30, { stream: "other", intent: '{"key":"a","n":2}', reason: "again" });
    const change = { dead: [again], revived: ["b", "never"] };
    await succeeds(states.save(DESK, { from: place(1), to: place(1), ...change })());
    deepEqual(await succeeds(states.deadIntents(DESK)()), [dead("c", 10), again]);
  },
  "of an intent that a change names twice the later counts, and one that is revived too is gone": async (states) => {
    const intents = [dead("a", 1), dead("b", 1), dead("a", 2, { reason: "later" })];
    await succeeds(states.save(DESK, { from: null, to: place(1), dead: intents, revived: ["b", "b"] })());
    deepEqual(await succeeds(states.deadIntents(DESK)()), [dead("a", 2, { reason: "later" })]);
  },
  "the reason of a dead intent is any text, as what broke has thrown it": async (states) => {
    const given = dead(`'; "{đ},😀`, 1, { reason: 'đọc \u0000 không "được" \\ \ud800', stream: "ế ế" });
    await succeeds(states.save(DESK, { from: null, to: place(1), dead: [given] })());
    deepEqual(await succeeds(states.deadIntents(DESK)()), [given]);
  },
};
