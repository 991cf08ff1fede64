import type { Cursor, DeadIntent, ProcessCheckpoint, ProcessRow, ProcessStore } from "@motcua/event-store";

/** What a process store has to do, by the rule in words; each is given an empty one. */
export type Rules = Readonly<Record<string, (states: ProcessStore) => Promise<void>>>;

/** What two that are open on the same states have to do. */
export type RulesOfTwo = Readonly<Record<string, (a: ProcessStore, b: ProcessStore) => Promise<void>>>;

export const DESK = { name: "desk", version: 1 };

export const place = (folded: number, others: Partial<ProcessCheckpoint> = {}): ProcessCheckpoint => ({
  cursor: String(folded) as Cursor,
  folded,
  last: null,
  quietUntil: null,
  ...others,
});

export const row = (stream: string, wakeAt: number | null, others: Partial<ProcessRow> = {}): ProcessRow => ({
  stream,
  version: 1,
  state: "{}",
  wakeAt,
  rung: [],
  ...others,
});

export const dead = (key: string, at: number, others: Partial<DeadIntent> = {}): DeadIntent => ({
  key,
  stream: `stream-${key}`,
  intent: JSON.stringify({ key }),
  reason: "không gửi được",
  at,
  ...others,
});

export const streamsOf = (rows: ReadonlyArray<ProcessRow>): ReadonlyArray<string> => rows.map(({ stream }) => stream);

/** Rows are answered in any order. */
export const byStream = (rows: ReadonlyArray<ProcessRow>): ReadonlyArray<ProcessRow> =>
  rows.toSorted((a, b) => (a.stream < b.stream ? -1 : 1));
