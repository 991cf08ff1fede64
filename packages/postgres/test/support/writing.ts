import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type EventStore, logPages, type NewEvent, type RecordedEvent } from "@motcua/event-store";
import type { AppendCall } from "@motcua/testkit";
import { isLeft, isRight } from "fp-ts/lib/Either.js";

/** The clock of a history: every look is a later one. */
let now = 0;
const tick = (): number => ++now;

/** Appends until told to stop, each again and again with the same ids until it is acknowledged: all its calls. */
export const writeThrough = async (
  store: EventStore,
  client: string,
  goesOn: () => boolean,
): Promise<ReadonlyArray<AppendCall>> => {
  const calls: AppendCall[] = [];
  for (let n = 0; goesOn(); n++) {
    const stream = n % 4 === 0 ? `shared-${n % 3}` : `${client}-${n % 5}`;
    const events = batch();
    for (let stored = false; !stored; ) {
      const began = tick();
      const answer = await store.append(stream, events, "any")();
      calls.push({ kind: "append", client, began, ended: tick(), stream, events, expected: "any", answer });
      stored = isRight(answer);
      if (isLeft(answer) && answer.left.code !== "StoreUnavailable") throw new Error(JSON.stringify(answer.left));
      if (!stored) await sleep(20);
    }
  }
  return calls;
};

const batch = (): ReadonlyArray<NewEvent> =>
  Array.from({ length: [1, 1, 2, 7, 120][randomInt(5)] ?? 1 }, (_, n) => ({
    ...{ id: randomUUID(), type: "Loaded", schemaVersion: 1, occurredAt: 0 },
    data: { n, text: "x".repeat(randomInt(400)) },
    meta: {},
  }));

/** The whole log. */
export const everything = async (store: EventStore): Promise<ReadonlyArray<RecordedEvent>> => {
  const log: RecordedEvent[] = [];
  for await (const page of logPages(store, { limit: 5_000 })) {
    if (isLeft(page)) throw new Error(JSON.stringify(page.left));
    log.push(...page.right.events);
  }
  return log;
};
