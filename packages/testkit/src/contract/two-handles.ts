import { deepEqual, equal } from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { groupOfTwo } from "./check.js";
import { failsWith, succeeds, successes } from "./expect.js";
import { delivered } from "./listen.js";
import { event, events, idsOf, versionsOf, wholeLog, wholeStream } from "./sample.js";

export const twoHandles = groupOfTwo("one log, opened twice", {
  "what one has acknowledged the other reads": async (first, second) => {
    const batch = events(2);
    await succeeds(first.append("a-1", batch, "none")());
    deepEqual(idsOf(await wholeStream(second, "a-1")), idsOf(batch));
    await succeeds(second.append("a-1", events(1), 2)());
    equal((await succeeds(first.append("a-1", events(1), 3)())).version, 4);
    deepEqual(versionsOf(await wholeStream(first, "a-1")), [1, 2, 3, 4]);
  },
  "of 20 that create a stream at once through both, exactly one does": async (first, second) => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? first : second).append("a-1", events(3), "none")()),
    );
    equal(successes(answers).length, 1);
    equal((await wholeLog(first)).events.length, 3);
  },
  "versions are checked against what the other has written": async (first, second) => {
    for (let version = 0; version < 20; version++) {
      const [here, there] = version % 2 === 0 ? [first, second] : [second, first];
      await succeeds(here.append("a-1", events(1), version)());
      equal((await failsWith("VersionConflict", there.append("a-1", events(1), version)())).actual, version + 1);
    }
  },
  "a repetition through the other gives the first answer": async (first, second) => {
    const batch = events(2);
    await succeeds(first.append("a-1", batch, "none")());
    equal((await succeeds(second.append("a-1", batch, "none")())).version, 2);
    equal((await wholeLog(second)).events.length, 2);
  },
  "a subscription hears what the other appends, without a gap or a double": async (first, second) => {
    const reading = delivered(first, 200);
    for (let n = 0; n < 100; n++) {
      await succeeds((n % 2 === 0 ? first : second).append(`a-${n % 3}`, [event(), event()], "any")());
      if (n % 25 === 0) await sleep(5);
    }
    deepEqual(await reading, idsOf((await wholeLog(second)).events));
  },
  "cursors mean the same to both": async (first, second) => {
    await succeeds(first.append("a-1", events(5), "none")());
    const { cursor } = await succeeds(first.head());
    const late = events(2);
    await succeeds(second.append("a-2", late, "none")());
    deepEqual(idsOf((await wholeLog(second, { after: cursor })).events), idsOf(late));
  },
  "closing one leaves the other at work, with all that was acknowledged": async (first, second) => {
    const batch = events(3);
    await succeeds(first.append("a-1", batch, "none")());
    await first.close();
    equal((await succeeds(second.append("a-1", events(1), 3)())).version, 4);
    deepEqual(idsOf(await wholeStream(second, "a-1")).slice(0, 3), idsOf(batch));
  },
});
