import { deepEqual, equal } from "node:assert/strict";
import { succeeds } from "../contract/expect.js";
import { byStream, DESK, place, type Rules, row, streamsOf } from "./samples.js";

const NAMES = [
  "'; DROP TABLE processes; --",
  '"',
  "%_\\",
  "a,b}",
  "{a}",
  "null",
  "",
  "NULL",
  "😀 Đ".repeat(60),
  // One letter to the eye, and two names.
  "\u1ebf",
  "e\u0302\u0301",
];

/** What is kept of streams. */
export const streamsKept: Rules = {
  "what is saved of a stream is there as it was written": async (states) => {
    const rows = [
      row("dossier-1", 50, { version: 9, state: '{"tên":"Đ 😀"}', rung: ["a", "b"] }),
      row("dossier-2", null, { state: "[null, 1]" }),
    ];
    await succeeds(states.save(DESK, { from: null, to: place(1), rows })());
    deepEqual(byStream(await succeeds(states.rows(DESK, ["dossier-1", "dossier-2"])())), rows);
  },
  "rows are put in place of earlier ones, and go when they are over; others stay": async (states) => {
    const rows = [row("a", 1, { rung: ["x"] }), row("b", 2, { rung: ["y"] }), row("c", 3)];
    await succeeds(states.save(DESK, { from: null, to: place(1), rows })());
    const b = row("b", null, { version: 4, state: "[1]" });
    await succeeds(states.save(DESK, { from: place(1), to: place(2), rows: [b], over: ["c", "never"] })());
    deepEqual(byStream(await succeeds(states.rows(DESK, ["a", "b", "c"])())), [row("a", 1, { rung: ["x"] }), b]);
  },
  "rows are those of the streams that are asked for, each once": async (states) => {
    await succeeds(states.save(DESK, { from: null, to: place(1), rows: [row("a", 1), row("b", 1)] })());
    deepEqual(streamsOf(await succeeds(states.rows(DESK, ["b", "never", "b"])())), ["b"]);
    deepEqual(await succeeds(states.rows(DESK, [])()), []);
  },
  "of a stream that a change names twice the later row counts, and one that is over too is gone": async (states) => {
    const rows = [row("a", 1), row("b", 1), row("a", 2)];
    await succeeds(states.save(DESK, { from: null, to: place(1), rows, over: ["b", "b"] })());
    deepEqual(await succeeds(states.rows(DESK, ["a", "b"])()), [row("a", 2)]);
  },
  "many rows are one change": async (states) => {
    const rows = Array.from({ length: 5_000 }, (_, n) => row(`dossier-${n}`, n));
    await succeeds(states.save(DESK, { from: null, to: place(1), rows })());
    equal((await succeeds(states.rows(DESK, streamsOf(rows))())).length, 5_000);
    await succeeds(states.save(DESK, { from: place(1), to: place(2), over: streamsOf(rows).slice(1) })());
    deepEqual(await succeeds(states.rows(DESK, streamsOf(rows))()), [row("dossier-0", 0)]);
  },
  "names of streams are text and nothing else": async (states) => {
    await succeeds(states.save(DESK, { from: null, to: place(1), rows: NAMES.map((name) => row(name, 1)) })());
    deepEqual(streamsOf(await succeeds(states.rows(DESK, NAMES)())).toSorted(), NAMES.toSorted());
    const [first = "", ...others] = NAMES;
    await succeeds(states.save(DESK, { from: place(1), to: place(2), over: others })());
    deepEqual(streamsOf(await succeeds(states.rows(DESK, NAMES)())), [first]);
  },
  "a state may be large, and keys that have rung are any text": async (states) => {
    const state = JSON.stringify({ notes: "Đủ 😀 \u0000 \ud800".repeat(40_000) });
    const large = row("a", 1, { state, rung: ["đã \u0000 báo \ud800", '"],["', ""] });
    await succeeds(states.save(DESK, { from: null, to: place(1), rows: [large] })());
    deepEqual(await succeeds(states.rows(DESK, ["a"])()), [large]);
  },
};
