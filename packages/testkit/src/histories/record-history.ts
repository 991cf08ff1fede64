import { AssertionError } from "node:assert/strict";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Cursor, type EventStore, logPages, type RecordedEvent } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { succeeds } from "../contract/expect.js";
import { appendOf, freshMemory, type Memory, remember } from "../workload/append-of.js";
import { STREAM_COUNT, type Step, type StepFilter, streamName } from "../workload/step.js";
import type { History } from "./history.js";
import type { ClientProgram, Program, ReaderProgram } from "./program.js";
import { makeRecorder, type Recorded, type Recorder } from "./record.js";

/**
 * Plays a program on a store and records what its clients saw.
 *
 * @param handles  the store, opened once or more
 * @param run      a name that no other history of this store has: its streams are its own, and its log begins at the head
 */
export const recordHistory = async (
  handles: readonly [EventStore, ...EventStore[]],
  program: Program,
  run: string,
): Promise<History> => {
  const { cursor: start } = await succeeds(handles[0].head());
  const recorder = makeRecorder();
  const memory = freshMemory(run, handles[0].capabilities);
  const as = (client: string, handle: number) => recorder.of(client, handles[handle % handles.length] ?? handles[0]);

  let busy = true;
  const readers = program.readers.map((reader, n) =>
    playReader(as(`reader ${n + 1}`, reader.handle), reader, start, () => busy),
  );
  const clients = program.clients.map((client, n) =>
    playClient(as(`client ${n + 1}`, client.handle), client, memory, start),
  );
  const working = Promise.all(clients).finally(() => {
    busy = false;
  });
  await Promise.all([working, ...readers]);
  await readStreams(recorder, handles, run);
  return { calls: recorder.calls, log: await logAfter(handles[0], start) };
};

const playClient = async (store: Recorded, { steps }: ClientProgram, memory: Memory, start: Cursor): Promise<void> => {
  for (const { step, pause } of steps) {
    await giveWay(pause);
    await playStep(store, step, memory, start);
  }
};

const playStep = async (store: Recorded, step: Step, memory: Memory, start: Cursor): Promise<void> => {
  if (step.kind === "append" || step.kind === "repeat" || step.kind === "refused") {
    const request = appendOf(step, memory);
    if (request !== undefined) remember(memory, request, await store.append(request));
  }
  if (step.kind === "readStream") {
    const { stream, from, limit, direction } = step;
    await store.readStream(streamName(memory.run, stream), { from, limit, direction });
  }
  if (step.kind === "readThrough") await readOn(store, step.filter, step.limit, start, async (atEnd) => !atEnd);
};

const playReader = (
  store: Recorded,
  { filter, limit, pause }: ReaderProgram,
  start: Cursor,
  isBusy: () => boolean,
): Promise<void> => {
  let last = false;
  let idle = 1;
  return readOn(store, filter, limit, start, async (atEnd) => {
    // A page that was begun when all was over, and at whose end nothing more was there, is the last one.
    if (atEnd && last) return false;
    last = !isBusy();
    // Longer each time, so that the wait for a disk or a server does not fill the history with empty pages.
    idle = atEnd ? Math.min(2 * idle, 64) : 1;
    await giveWay(atEnd ? idle + pause : pause);
    return true;
  });
};

/** Reads page after page for as long as `goOn` says so. */
const readOn = async (
  store: Recorded,
  filter: StepFilter,
  limit: number,
  start: Cursor,
  goOn: (atEnd: boolean) => Promise<boolean>,
): Promise<void> => {
  let after = start;
  let given = 0;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await store.readAll({ ...filter, limit, after }, given);
    if (isLeft(page) && page.left.code !== "StoreUnavailable") return;
    if (!isLeft(page)) {
      after = page.right.cursor;
      given += page.right.events.length;
    }
    if (!(await goOn(isLeft(page) || page.right.atEnd))) return;
  }
  throw new AssertionError({ message: `the log has no end: ${MOST_PAGES} pages were read` });
};

/** Many times more than a history needs. */
const MOST_PAGES = 100_000;

/** The last word on each stream, through each handle: whoever asks now finds everything. */
const readStreams = async (recorder: Recorder, handles: ReadonlyArray<EventStore>, run: string): Promise<void> => {
  for (const [n, handle] of handles.entries())
    for (let stream = 0; stream < STREAM_COUNT; stream++)
      await recorder.of(`afterwards ${n + 1}`, handle).readStream(streamName(run, stream), { limit: 10_000 });
};

const logAfter = async (store: EventStore, after: Cursor): Promise<ReadonlyArray<RecordedEvent>> => {
  const log: RecordedEvent[] = [];
  for await (const page of logPages(store, { after })) log.push(...(await succeeds(Promise.resolve(page))).events);
  return log;
};

/** Not at all, to the end of the microtask, or for some turns of the event loop: enough to mix the calls in many ways. */
const giveWay = async (turns: number): Promise<void> => {
  if (turns === 1) await Promise.resolve();
  for (let turn = 1; turn < turns; turn++) await nextTurn();
};
