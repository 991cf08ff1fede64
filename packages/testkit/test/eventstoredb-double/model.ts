import { randomUUID } from "node:crypto";
import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { LogEvent, ProposedEvent } from "../../src/eventstoredb-double/log/event.js";
import { type Log, makeLog } from "../../src/eventstoredb-double/log/log.js";
import type { AllRead } from "../../src/eventstoredb-double/log/read.js";

/** A log in which time stands still. */
export const newLog = (origin = 0n): Log => makeLog({ clock: () => 1_000, origin });

export const proposed = (part: Partial<ProposedEvent> = {}): ProposedEvent => ({
  ...{ id: randomUUID(), type: "T", contentType: "application/json", data: Buffer.from("{}") },
  metadata: new Uint8Array(),
  ...part,
});

export const several = (count: number, part: Partial<ProposedEvent> = {}): ReadonlyArray<ProposedEvent> =>
  Array.from({ length: count }, () => proposed(part));

/** What must succeed for a test to go on. */
export const granted = <Answer>(answer: Either<{ readonly code: string }, Answer>): Answer => {
  if (isLeft(answer)) throw new Error(answer.left.code);
  return answer.right;
};

/** The revisions of a page of a stream, or the code of the refusal. */
export const revisions = (
  log: Log,
  stream: string,
  query: Partial<Parameters<Log["readStream"]>[0]> = {},
): ReadonlyArray<bigint> | string => {
  const page = log.readStream({ stream, from: "start", direction: "forwards", limit: 100n, ...query });
  return isLeft(page) ? page.left.code : Array.from(page.right, ({ revision }) => revision);
};

/** The events of clients and of the system, as the whole log shows them. */
export const everything = (log: Log, query: Partial<AllRead> = {}): ReadonlyArray<LogEvent> =>
  Array.from(granted(log.readAll({ from: "start", direction: "forwards", limit: 10_000n, ...query })));
