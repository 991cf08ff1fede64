import { setTimeout as sleep } from "node:timers/promises";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { start } from "../../../scripts/child/child.js";
import { openSqliteEventStore } from "../src/index.js";
import { threadCommitter } from "../src/thread-committer.js";
import { eventsFor } from "./support/events.js";
import { program } from "./support/program.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();

it("decides appends in the order in which they were started, group after group", async () => {
  const store = await opened({ file: newFile(), commits: "thread" });
  const begun = [];
  for (let n = 0; n < 60; n++) {
    begun.push(store.append("a-1", eventsFor(3), 3 * n)());
    if (n % 7 === 0) await sleep(1);
  }
  expect(await Promise.all(begun)).toEqual(begun.map((_, n) => ({ _tag: "Right", right: { version: 3 * n + 3 } })));
  await store.close();
});

it("closing waits for what was begun, and answers what comes later", async () => {
  const store = await opened({ file: newFile(), commits: "thread" });
  const begun = Array.from({ length: 100 }, (_, n) => store.append(`a-${n}`, eventsFor(1), "none")());
  const closed = Promise.all([store.close(), store.close()]);
  const late = await store.append("b-1", eventsFor(1), "none")();
  await closed;
  expect((await Promise.all(begun)).filter(isLeft)).toEqual([]);
  expect(late).toMatchObject({ left: { code: "StoreUnavailable", inDoubt: false } });
});

it("the event loop goes on while another process holds the file", async () => {
  const file = newFile();
  const store = await opened({ file, commits: "thread" });
  let turns = 0;
  const counting = setInterval(() => turns++, 1);
  const holder = start(process.execPath, program("holding-child.ts", file, "300"));
  while (!holder.output().includes("held")) await sleep(5);
  const before = turns;
  expect(await store.append("a-1", eventsFor(1), "none")()).toMatchObject({ right: { version: 1 } });
  expect(turns - before).toBeGreaterThan(50);
  clearInterval(counting);
  await holder.ended;
  await store.close();
});

it("an open store lets the process end, an append that has begun does not", async () => {
  const child = start(process.execPath, program("leaving-child.ts", newFile()));
  expect(await child.ended).toEqual({ code: 0, signal: null });
  expect(child.output()).toBe("version 1\n");
});

it("a store in memory has no file for another thread", async () => {
  expect(await openSqliteEventStore({ file: ":memory:", commits: "thread" })()).toMatchObject({
    left: { code: "StoreUnavailable" },
  });
});

it("where the thread ends by itself, what it had is in doubt and what comes later is not", async () => {
  const committer = threadCommitter({ file: `${newFile()}/no-folder/log.db` });
  const requests = [{ stream: "a-1", events: [], expected: "any" as const }];
  expect(await committer.commit(requests)).toMatchObject([{ left: { code: "StoreUnavailable", inDoubt: true } }]);
  expect(await committer.commit(requests)).toMatchObject([{ left: { code: "StoreUnavailable", inDoubt: false } }]);
  await committer.close();
});
