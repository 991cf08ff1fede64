import { logPages, type RecordedEvent } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect } from "vitest";
import type { SqliteEventStore } from "../../src/index.js";

/** The whole log. */
export const everything = async (store: SqliteEventStore): Promise<ReadonlyArray<RecordedEvent>> => {
  const log: RecordedEvent[] = [];
  for await (const page of logPages(store, { limit: 5_000 })) {
    if (isLeft(page)) throw new Error(page.left.code);
    log.push(...page.right.events);
  }
  return log;
};

/** The doctor, who reads every page too, has nothing to say. */
export const expectSound = async (store: SqliteEventStore): Promise<void> => {
  const findings = await store.doctor({ deep: true })();
  expect(isLeft(findings) ? findings.left : findings.right.filter(({ ok }) => !ok)).toEqual([]);
};

/** Every append of a planned history is there whole or not at all. */
export const expectWholeAppends = (log: ReadonlyArray<RecordedEvent>): void => {
  const sizes = new Map<unknown, number>();
  for (const { meta } of log) sizes.set(meta["batch"], (sizes.get(meta["batch"]) ?? 0) + 1);
  expect(log.filter(({ meta, data }) => "of" in data && data.of !== sizes.get(meta["batch"]))).toEqual([]);
};

export const expectContiguousVersions = (log: ReadonlyArray<RecordedEvent>): void => {
  const versions = new Map<string, number>();
  const astray = log.filter(({ stream, version }) => {
    const before = versions.get(stream) ?? 0;
    versions.set(stream, version);
    return version !== before + 1;
  });
  expect(astray).toEqual([]);
};
