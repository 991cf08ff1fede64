import type { Cursor, ProcessCheckpoint, ProcessStore, SavedPart } from "@motcua/event-store";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { program, start } from "../../../../scripts/child/child.js";
import { rightOf } from "../../../../scripts/workers/right-of.js";
import { openSqliteEventStore, openSqliteProcessStore, openSqliteViewStore } from "../../src/index.js";
import { temporaryFolder } from "../support/temporary.js";

const { newFile } = temporaryFolder();
const DESK = { name: "desk", version: 1 };
const place = (folded: number) => ({ cursor: "1" as Cursor, folded, last: null, quietUntil: null });
const rows = [{ stream: "dossier-1", version: 1, state: "{}", wakeAt: 5, rung: [] }];
const saved: SavedPart = { checkpoint: { cursor: "9" as Cursor, folded: 9, last: null }, view: Uint8Array.of(7) };

const openedStates = async (file: string): Promise<ProcessStore> => rightOf(await openSqliteProcessStore({ file })());

const sql = (file: string, statement: string): void => {
  const connection = new Database(file);
  connection.exec(statement);
  connection.close();
};

const writes = (states: ProcessStore, from: ProcessCheckpoint | null = null) =>
  Promise.all([states.save(DESK, { from, to: place(2), rows })(), states.forget(DESK)()]);

describe("in the file of views", () => {
  it("both are kept, whichever is written and opened first", async () => {
    const file = newFile();
    const views = rightOf(await openSqliteViewStore({ file })());
    const states = await openedStates(file);
    const part = { ...rightOf(await views.begin({ name: "desk", version: 1 }, 1)()), part: 0 };
    const lease = rightOf(await views.claim(part, "a", 60_000)()) ?? expect.unreachable();
    rightOf(await states.save(DESK, { from: null, to: place(1), rows })());
    rightOf(await views.save(lease, { saved, forMs: 0 })());
    rightOf(await states.save(DESK, { from: place(1), to: place(2) })());
    await Promise.all([views.close(), states.close()]);

    const [again, sight] = [await openedStates(file), rightOf(await openSqliteViewStore({ file, mode: "readOnly" })())];
    expect(rightOf(await again.rows(DESK, ["dossier-1"])())).toEqual(rows);
    rightOf(await again.forget(DESK)());
    expect(rightOf(await sight.load(part)())?.checkpoint).toEqual(saved.checkpoint);
    await Promise.all([again.close(), sight.close()]);
  });

  it("of a time before there were processes, what they need is made beside the views", async () => {
    const file = newFile();
    const views = rightOf(await openSqliteViewStore({ file })());
    rightOf(await views.begin({ name: "rows", version: 1 }, 2)());
    await views.close();
    sql(file, "DROP TABLE processes; DROP TABLE process_streams; DROP TABLE dead_intents");
    const states = await openedStates(file);
    rightOf(await states.save(DESK, { from: null, to: place(1), rows })());
    await states.close();
    const again = rightOf(await openSqliteViewStore({ file })());
    expect(rightOf(await again.parts()())).toHaveLength(2);
    await again.close();
  });

  it("six processes that make the same new files at once all find them whole", async () => {
    const files = Array.from({ length: 20 }, newFile);
    const child = new URL("opening-child.ts", import.meta.url);
    const together = `${Date.now() + 3_000}`;
    const children = Array.from({ length: 6 }, () => start(process.execPath, program(child, together, ...files)));
    for (const { ended, output } of children) {
      await ended;
      expect(output()).toBe("opened");
    }
  });
});

it("leaves a log alone, and what is not there or of a later release", async () => {
  const file = newFile();
  await rightOf(await openSqliteEventStore({ file })()).close();
  for (const mode of ["readWriteCreate", "readOnly"] as const)
    expect(await openSqliteProcessStore({ file, mode })()).toMatchObject({ left: { code: "StoreForeign" } });
  const none = newFile();
  expect(await openSqliteProcessStore({ file: none, mode: "readOnly" })()).toMatchObject({
    left: { code: "StoreMissing", where: none },
  });
  await (await openedStates(none)).close();
  sql(none, "PRAGMA user_version = 2");
  expect(await openSqliteProcessStore({ file: none })()).toMatchObject({ left: { code: "StoreNewer", schema: 2 } });
});

it("who opened it to read sees what others write, and writes nothing", async () => {
  const file = newFile();
  const states = await openedStates(file);
  const reading = rightOf(await openSqliteProcessStore({ file, mode: "readOnly" })());
  rightOf(await states.save(DESK, { from: null, to: place(1), rows })());
  expect(rightOf(await reading.due(DESK, 5, 10)())).toEqual(rows);
  for (const answer of await writes(reading, place(1)))
    expect(answer).toMatchObject({ left: { code: "AccessDenied" } });
  expect(rightOf(await states.rows(DESK, ["dossier-1"])())).toEqual(rows);
  await Promise.all([states.close(), reading.close()]);
});

it("waits for another one that is writing for as long as it was told, and then goes on as if nothing had been", async () => {
  const file = newFile();
  const states = rightOf(await openSqliteProcessStore({ file, busyTimeoutMs: 20 })());
  const other = new Database(file);
  other.exec("BEGIN IMMEDIATE");
  for (const answer of await writes(states))
    expect(answer).toMatchObject({ left: { code: "StoreUnavailable", detail: expect.stringContaining("another") } });
  expect(rightOf(await states.processes())).toEqual([]);
  other.exec("ROLLBACK");
  rightOf(await states.save(DESK, { from: null, to: place(1), rows })());
  other.close();
  await states.close();
});

it.each(["processes", "process_streams", "dead_intents"])(
  "the table %s dropped under a process is told with what to do, and nothing is half written; opened again, all begins anew",
  async (table) => {
    const file = newFile();
    const states = await openedStates(file);
    const dead = [{ key: "k", stream: "dossier-1", intent: '{"key":"k"}', reason: "no", at: 1 }];
    rightOf(await states.save(DESK, { from: null, to: place(1), rows })());
    sql(file, `DROP TABLE ${table}`);
    const change = { from: place(1), to: place(2), rows: [{ ...rows[0], stream: "late" } as never], dead };
    expect(await states.save(DESK, change)()).toMatchObject({
      left: { code: "StoreDamaged", detail: expect.stringContaining("open") },
    });
    await states.close();

    const again = await openedStates(file);
    expect(rightOf(await again.places("desk")())).toHaveLength(table === "processes" ? 0 : 1);
    expect(rightOf(await again.rows(DESK, ["late"])())).toEqual([]);
    expect(rightOf(await again.deadIntents(DESK)())).toEqual([]);
    await again.close();
  },
);
