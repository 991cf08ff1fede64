import { deepEqual, equal } from "node:assert/strict";
import { group } from "./check.js";
import { failsWith, succeeds, successes } from "./expect.js";
import { event, events, idsOf, versionsOf, wholeLog, wholeStream } from "./sample.js";

export const versions = group("versions", {
  "begin at 1 and have no gaps, over several appends": async (store) => {
    equal((await succeeds(store.append("a-1", events(2), "none")())).version, 2);
    equal((await succeeds(store.append("a-1", events(3), 2)())).version, 5);
    deepEqual(versionsOf(await wholeStream(store, "a-1")), [1, 2, 3, 4, 5]);
  },
  "are counted for each stream": async (store) => {
    await succeeds(store.append("a-1", events(2), "none")());
    equal((await succeeds(store.append("a-2", events(1), "none")())).version, 1);
    deepEqual(versionsOf(await wholeStream(store, "a-2")), [1]);
  },
  "`any` is satisfied by every stream": async (store) => {
    equal((await succeeds(store.append("a-1", events(1), "any")())).version, 1);
    equal((await succeeds(store.append("a-1", events(1), "any")())).version, 2);
  },
  "`none` is satisfied only where there is no stream": async (store) => {
    await succeeds(store.append("a-1", events(1), "none")());
    const conflict = await failsWith("VersionConflict", store.append("a-1", events(1), "none")());
    deepEqual({ ...conflict }, { code: "VersionConflict", stream: "a-1", expected: "none", actual: 1 });
  },
  "`exists` is satisfied only where there is a stream": async (store) => {
    const conflict = await failsWith("VersionConflict", store.append("a-1", events(1), "exists")());
    equal(conflict.actual, 0);
    deepEqual(await wholeStream(store, "a-1"), []);
    await succeeds(store.append("a-1", events(1), "none")());
    equal((await succeeds(store.append("a-1", events(1), "exists")())).version, 2);
  },
  "a number is satisfied only by that version": async (store) => {
    await succeeds(store.append("a-1", events(2), 0)());
    for (const expected of [0, 1, 3, 99]) {
      const conflict = await failsWith("VersionConflict", store.append("a-1", events(1), expected)());
      deepEqual([conflict.expected, conflict.actual], [expected, 2]);
    }
    equal((await succeeds(store.append("a-1", events(1), 2)())).version, 3);
    equal((await wholeStream(store, "a-1")).length, 3);
  },
  "a number that no stream can be at is a conflict, not an exception": async (store) => {
    await succeeds(store.append("a-1", events(2), "none")());
    for (const expected of [-1, 1.5, 2 ** 53, 1e300, Number.NaN, Number.POSITIVE_INFINITY]) {
      const conflict = await failsWith("VersionConflict", store.append("a-1", events(1), expected)());
      deepEqual([conflict.expected, conflict.actual], [expected, 2]);
      await failsWith("VersionConflict", store.append("b-1", events(1), expected)());
    }
    equal((await wholeLog(store)).events.length, 2);
  },
  "a conflict writes nothing, anywhere": async (store) => {
    await succeeds(store.append("a-1", events(1), "none")());
    await failsWith("VersionConflict", store.append("a-1", events(3), "none")());
    await failsWith("VersionConflict", store.append("b-1", events(3), 7)());
    equal((await wholeLog(store)).events.length, 1);
    equal((await wholeStream(store, "b-1")).length, 0);
  },
  "an empty append writes nothing and answers the version": async (store) => {
    equal((await succeeds(store.append("a-1", [], "none")())).version, 0);
    await failsWith("VersionConflict", store.append("a-1", [], "exists")());
    await succeeds(store.append("a-1", events(2), "none")());
    equal((await succeeds(store.append("a-1", [], 2)())).version, 2);
    equal((await succeeds(store.append("a-1", [], "any")())).version, 2);
    await failsWith("VersionConflict", store.append("a-1", [], 1)());
    equal((await wholeLog(store)).events.length, 2);
  },
  "of 20 that create a stream at once, exactly one does": async (store) => {
    const rivals = Array.from({ length: 20 }, () => events(3));
    const answers = await Promise.all(rivals.map((rival) => store.append("a-1", rival, "none")()));
    equal(successes(answers).length, 1);
    for (const [index, answer] of answers.entries()) {
      if (answer._tag === "Right") deepEqual(idsOf(await wholeStream(store, "a-1")), idsOf(rivals[index] ?? []));
      else equal((await failsWith("VersionConflict", Promise.resolve(answer))).actual, 3);
    }
    equal((await wholeLog(store)).events.length, 3);
  },
  "of 20 that append at the same version, exactly one does": async (store) => {
    await succeeds(store.append("a-1", events(1), "none")());
    const answers = await Promise.all(Array.from({ length: 20 }, () => store.append("a-1", [event()], 1)()));
    equal(successes(answers).length, 1);
    equal((await wholeStream(store, "a-1")).length, 2);
  },
  "whatever is acknowledged while many append is stored, once": async (store) => {
    const appended = events(60);
    const answers = await Promise.all(appended.map((item, index) => store.append(`a-${index % 3}`, [item], "any")()));
    const stored = (await wholeLog(store)).events;
    const acknowledged = appended.filter((_, index) => answers[index]?._tag === "Right");
    deepEqual([...idsOf(stored)].sort(), [...idsOf(acknowledged)].sort());
    for (const stream of ["a-0", "a-1", "a-2"]) {
      const found = versionsOf(await wholeStream(store, stream));
      deepEqual(
        found,
        found.map((_, index) => index + 1),
      );
    }
  },
});
