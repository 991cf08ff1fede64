import { setImmediate as turn } from "node:timers/promises";
import { right } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { appendQueue, type WriteRequest } from "../src/index.js";
import { newEvent } from "./support/events.js";

/** A committer that waits to be told, and keeps count. */
const heldCommitter = (ahead: number) => {
  const groups: Array<ReadonlyArray<WriteRequest>> = [];
  const held: Array<() => void> = [];
  const commit = (requests: ReadonlyArray<WriteRequest>) => {
    groups.push(requests);
    return new Promise<ReadonlyArray<ReturnType<typeof right<{ version: number }>>>>((resolve) => {
      held.push(() => resolve(requests.map(() => right({ version: 1 }))));
    });
  };
  return {
    committer: { commit, ahead, soon: queueMicrotask, close: async () => undefined },
    sizes: () => groups.map(({ length }) => length),
    release: async () => {
      held.shift()?.();
      await turn();
    },
  };
};

it("no more groups are under way than the committer takes; what comes meanwhile shares the next one", async () => {
  const { committer, sizes, release } = heldCommitter(2);
  const queue = appendQueue(committer, () => undefined);
  const answers: Array<Promise<unknown>> = [];
  for (let n = 0; n < 10; n++) {
    answers.push(queue.append(`a-${n}`, [newEvent()], "none")());
    await turn();
  }
  expect(sizes()).toEqual([1, 1]);
  await release();
  expect(sizes()).toEqual([1, 1, 8]);
  await release();
  await release();
  expect(await Promise.all(answers)).toHaveLength(10);
});

it("closing waits for the last answer, and takes no more", async () => {
  const { committer, release } = heldCommitter(1);
  const queue = appendQueue(committer, () => undefined);
  const [first, second] = [queue.append("a-1", [newEvent()], "any")(), queue.append("a-2", [newEvent()], "any")()];
  await turn();
  let closed = false;
  const closing = queue.close().then(() => {
    closed = true;
  });
  await turn();
  expect(closed).toBe(false);
  expect(await queue.append("a-3", [newEvent()], "any")()).toMatchObject({ left: { code: "StoreUnavailable" } });
  await release();
  await closing;
  expect(await Promise.all([first, second])).toEqual([right({ version: 1 }), right({ version: 1 })]);
});
