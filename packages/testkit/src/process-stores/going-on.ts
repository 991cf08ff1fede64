import { deepEqual, equal } from "node:assert/strict";
import type { Cursor, ProcessStore } from "@motcua/event-store";
import { isLeft, isRight } from "fp-ts/lib/Either.js";
import { fails, succeeds } from "../contract/expect.js";
import { DESK, dead, place, type Rules, type RulesOfTwo, row, streamsOf } from "./samples.js";

const overtaken = (process = DESK) => ({ code: "ProcessOvertaken", process });

/** Who may write, and when. */
export const goingOn: Rules = {
  "what was never saved is begun once": async (states) => {
    deepEqual(await fails(states.save(DESK, { from: place(0), to: place(1) })()), overtaken());
    deepEqual(await succeeds(states.places("desk")()), []);
    await succeeds(states.save(DESK, { from: null, to: place(0) })());
    deepEqual(await fails(states.save(DESK, { from: null, to: place(0) })()), overtaken());
  },
  "who does not go on from where it stands is overtaken, and has written nothing": async (states) => {
    await succeeds(states.save(DESK, { from: null, to: place(1), rows: [row("a", 1)], dead: [dead("k", 1)] })());
    const change = { rows: [row("b", 9)], over: ["a"], dead: [dead("l", 1)], revived: ["k"], to: place(3) };
    for (const from of [null, place(2), place(1, { cursor: "x" as Cursor }), place(1, { folded: 0 })])
      deepEqual(await fails(states.save(DESK, { ...change, from })()), overtaken());
    deepEqual(await succeeds(states.rows(DESK, ["a", "b"])()), [row("a", 1)]);
    deepEqual(await succeeds(states.deadIntents(DESK)()), [dead("k", 1)]);
    deepEqual(await succeeds(states.places("desk")()), [{ ...DESK, checkpoint: place(1) }]);
    for (const process of [
      { name: "desk", version: 2 },
      { name: "dessk", version: 1 },
    ])
      deepEqual(await fails(states.save(process, { from: place(1), to: place(2) })()), overtaken(process));
  },
  "where it stands is told by cursor and by how many were folded, and by nothing else": async (states) => {
    const last = { stream: "s", version: 1, recordedAt: 1 };
    await succeeds(states.save(DESK, { from: null, to: place(1, { last, quietUntil: "end" }) })());
    await succeeds(states.save(DESK, { from: place(1), to: place(2) })());
  },
  "one that is closed answers that it is, and closing may be repeated": async (states) => {
    await states.close();
    await states.close();
    for (const answer of [
      await states.places("desk")(),
      await states.processes(),
      await states.rows(DESK, ["a"])(),
      await states.due(DESK, 1, 1)(),
      await states.deadIntents(DESK)(),
      await states.save(DESK, { from: null, to: place(1) })(),
      await states.forget(DESK)(),
    ])
      equal(isLeft(answer) && answer.left.code, "StoreUnavailable");
  },
};

export const goingOnTogether: RulesOfTwo = {
  "one sees what the other has written": async (a, b) => {
    await succeeds(a.save(DESK, { from: null, to: place(1), rows: [row("a", 1)], dead: [dead("k", 1)] })());
    deepEqual(await succeeds(b.rows(DESK, ["a"])()), [row("a", 1)]);
    deepEqual(await succeeds(b.due(DESK, 1, 10)()), [row("a", 1)]);
    deepEqual(await succeeds(b.deadIntents(DESK)()), [dead("k", 1)]);
    await succeeds(b.save(DESK, { from: place(1), to: place(2), over: ["a"] })());
    deepEqual(await succeeds(a.due(DESK, 1, 10)()), []);
    deepEqual(await fails(a.save(DESK, { from: place(1), to: place(2) })()), overtaken());
  },
  "of many who begin, or go on from one place, one wins, and the others have written nothing": async (a, b) => {
    for (let n = 0; n < 20; n++) {
      const streams = Array.from({ length: 8 }, (_, who) => `${who}-${n}`);
      const change = { from: n === 0 ? null : place(n), to: place(n + 1) };
      const answers = await Promise.all(
        streams.map((stream, who) =>
          (who % 2 === 0 ? a : b).save(DESK, { ...change, rows: [row(stream, n)], dead: [dead(stream, n)] })(),
        ),
      );
      const winners = streams.filter((_, who) => answers.some((answer, at) => at === who && isRight(answer)));
      equal(winners.length, 1);
      for (const answer of answers) if (isLeft(answer)) deepEqual(answer.left, overtaken());
      deepEqual(streamsOf(await succeeds(b.rows(DESK, streams)())), winners);
      const keys = (await succeeds(a.deadIntents(DESK)())).map(({ key }) => key);
      deepEqual(
        keys.filter((key) => streams.includes(key)),
        winners,
      );
    }
  },
  "what is forgotten while another one writes is kept whole, or not at all": async (a, b) => {
    const rows = Array.from({ length: 200 }, (_, n) => row(`dossier-${n}`, n));
    const change = { rows, dead: rows.map(({ stream }) => dead(stream, 1)) };
    for (let n = 0; n < 40; n++) {
      await succeeds(a.forget(DESK)());
      if (n % 2 === 0) await succeeds(a.save(DESK, { from: null, to: place(1), rows: [row("before", 1)] })());
      const from = n % 2 === 0 ? place(1) : null;
      await Promise.all([b.save(DESK, { from, to: place(2), ...change })(), forgetAfter(n, a)]);
      const there = (await succeeds(a.places("desk")())).length;
      equal((await succeeds(a.rows(DESK, streamsOf(rows))())).length, there * rows.length);
      equal((await succeeds(a.rows(DESK, ["before"])())).length, 0);
      equal((await succeeds(a.deadIntents(DESK)())).length, there * rows.length);
    }
  },
};

/** Some turns later, so that the two meet at another point every time. */
const forgetAfter = async (turns: number, states: ProcessStore): Promise<void> => {
  for (let turn = 0; turn < turns / 2; turn++) await new Promise(setImmediate);
  await succeeds(states.forget(DESK)());
};
