import { deepEqual } from "node:assert/strict";
import type { ProcessName, ProcessStore } from "@motcua/event-store";
import { succeeds } from "../contract/expect.js";
import { DESK, dead, place, type Rules, row, streamsOf } from "./samples.js";

const OTHERS = [
  { name: "desk", version: 10 },
  { name: "desk", version: 2 },
  { name: "b'; DROP TABLE processes; -- 😀 đủ", version: 1 },
];

const IN_ORDER = [OTHERS[2], DESK, OTHERS[1], OTHERS[0]];

/** Each keeps the same stream and the same key. */
const begin = (states: ProcessStore, process: ProcessName) =>
  succeeds(
    states.save(process, { from: null, to: place(1), rows: [row("a", process.version)], dead: [dead("k", 1)] })(),
  );

/** Which processes there are, where they stand, and that they are kept apart. */
export const toldApart: Rules = {
  "an empty one knows of no process": async (states) => {
    deepEqual(await succeeds(states.places("desk")()), []);
    deepEqual(await succeeds(states.processes()), []);
    deepEqual(await succeeds(states.rows(DESK, ["a"])()), []);
    deepEqual(await succeeds(states.due(DESK, 1e15, 10)()), []);
    deepEqual(await succeeds(states.deadIntents(DESK)()), []);
    await succeeds(states.forget(DESK)());
    deepEqual(await succeeds(states.places("desk")()), []);
  },
  "a place is told as it was saved last": async (states) => {
    const last = { stream: "dossier-ữ", version: 3, recordedAt: 1_546_300_800_000 };
    const places = [
      place(0),
      place(7, { last, quietUntil: { stream: "s", version: 2 } }),
      place(8, { last, quietUntil: "end" }),
      place(9, { cursor: "x".repeat(300) as never, folded: 20_000_000_000 }),
    ];
    for (const [n, to] of places.entries()) {
      await succeeds(states.save(DESK, { from: places[n - 1] ?? null, to })());
      deepEqual(await succeeds(states.places("desk")()), [{ ...DESK, checkpoint: to }]);
    }
  },
  "what a process keeps is counted, with when its next timer rings": async (states) => {
    const counted = async () => {
      const [standing] = await succeeds(states.processes());
      return [standing?.streams, standing?.wakeAt, standing?.deadIntents];
    };
    await succeeds(states.save(DESK, { from: null, to: place(1) })());
    deepEqual(await succeeds(states.processes()), [
      { ...DESK, checkpoint: place(1), streams: 0, wakeAt: null, deadIntents: 0 },
    ]);
    const change = { rows: [row("a", null), row("b", 9), row("c", 5)], dead: [dead("k", 1), dead("l", 1)] };
    await succeeds(states.save(DESK, { from: place(1), to: place(2), ...change })());
    deepEqual(await counted(), [3, 5, 2]);
    await succeeds(states.save(DESK, { from: place(2), to: place(3), over: ["c"], revived: ["k"] })());
    deepEqual(await counted(), [2, 9, 1]);
  },
  "processes are told by name and version, and places by version": async (states) => {
    for (const process of [DESK, ...OTHERS]) await begin(states, process);
    const counted = { checkpoint: place(1), streams: 1, deadIntents: 1 };
    deepEqual(
      await succeeds(states.processes()),
      IN_ORDER.map((process) => ({ ...process, ...counted, wakeAt: process?.version })),
    );
    deepEqual(
      await succeeds(states.places("desk")()),
      [1, 2, 10].map((version) => ({ name: "desk", version, checkpoint: place(1) })),
    );
    deepEqual(await succeeds(states.places("des_")()), []);
  },
  "versions and names are kept apart in all that is kept of them": async (states) => {
    for (const process of [DESK, ...OTHERS]) await begin(states, process);
    const change = { rows: [row("b", 7)], over: ["a"], dead: [dead("l", 2)], revived: ["k"] };
    await succeeds(states.save(DESK, { from: place(1), to: place(2), ...change })());
    deepEqual(streamsOf(await succeeds(states.rows(DESK, ["a", "b"])())), ["b"]);
    for (const process of OTHERS) {
      deepEqual(await succeeds(states.rows(process, ["a", "b"])()), [row("a", process.version)]);
      deepEqual(await succeeds(states.due(process, 100, 10)()), [row("a", process.version)]);
      deepEqual(await succeeds(states.deadIntents(process)()), [dead("k", 1)]);
      deepEqual((await succeeds(states.places(process.name)())).at(-1)?.checkpoint, place(1));
    }
  },
  "one is forgotten without the others, and may begin anew": async (states) => {
    for (const process of [DESK, ...OTHERS]) await begin(states, process);
    await succeeds(states.forget(DESK)());
    deepEqual(await succeeds(states.rows(DESK, ["a"])()), []);
    deepEqual(await succeeds(states.due(DESK, 100, 10)()), []);
    deepEqual(await succeeds(states.deadIntents(DESK)()), []);
    deepEqual(
      (await succeeds(states.processes())).map(({ name, version, streams, deadIntents }) => [
        { name, version },
        streams,
        deadIntents,
      ]),
      IN_ORDER.filter((process) => process !== DESK).map((process) => [process, 1, 1]),
    );
    await succeeds(states.save(DESK, { from: null, to: place(1), rows: [row("b", 4)] })());
    deepEqual(streamsOf(await succeeds(states.due(DESK, 100, 10)())), ["b"]);
  },
};
