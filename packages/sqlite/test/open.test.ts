import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isOpenError, type OpenError } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { start } from "../../../scripts/child/child.js";
import { openSqliteEventStore, type SqliteOptions } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { program } from "./support/program.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();

const refused = async (options: SqliteOptions): Promise<OpenError> => {
  const answer = await openSqliteEventStore(options)();
  if (!isLeft(answer)) throw new Error("the file was opened");
  expect(isOpenError(answer.left)).toBe(true);
  return answer.left;
};

const made = async (): Promise<string> => {
  const file = newFile();
  const store = await opened({ file });
  await store.append("a-1", eventsFor(2), "none")();
  await store.close();
  return file;
};

const MODES = ["readWriteCreate", "readWrite", "readOnly"] as const;

const foreign: Readonly<Record<string, (file: string) => void>> = {
  "a text": (file) =>
    writeFileSync(file, "not a database at all, but longer than a header of one hundred bytes".repeat(3)),
  "a short text": (file) => writeFileSync(file, "x"),
  "a database of another application": (file) => {
    const connection = new DatabaseSync(file);
    connection.exec("CREATE TABLE events (position INTEGER PRIMARY KEY)");
    connection.close();
  },
  "a folder": (file) => mkdirSync(file),
};

it.each(Object.entries(foreign))("refuses %s in every mode, and leaves it as it is", async (_, make) => {
  const file = newFile();
  make(file);
  const before = statSync(file);
  const content = before.isFile() ? readFileSync(file) : undefined;
  for (const mode of MODES) expect(await refused({ file, mode })).toMatchObject({ code: "StoreForeign", where: file });
  expect(statSync(file).mtimeMs).toBe(before.mtimeMs);
  if (content !== undefined) expect(readFileSync(file).equals(content)).toBe(true);
});

it("refuses a file of a later release in every mode, and leaves it as it is", async () => {
  const file = await made();
  const connection = new DatabaseSync(file);
  connection.exec("PRAGMA user_version = 7");
  connection.close();
  const before = readFileSync(file);
  for (const mode of MODES)
    expect(await refused({ file, mode })).toEqual({ code: "StoreNewer", where: file, schema: 7, known: 1 });
  expect(readFileSync(file).equals(before)).toBe(true);
});

it("makes a file only when asked to", async () => {
  const file = newFile();
  for (const mode of ["readWrite", "readOnly"] as const)
    expect(await refused({ file, mode })).toEqual({ code: "StoreMissing", where: file });
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
  expect(await refused({ file: `${file}/deeper.db` })).toEqual({ code: "StoreMissing", where: `${file}/deeper.db` });
  writeFileSync(file, "");
  expect(await refused({ file, mode: "readWrite" })).toEqual({ code: "StoreMissing", where: file });
  await (await opened({ file })).close();
  await (await opened({ file, mode: "readWrite" })).close();
});

it("refuses names that the driver would take for something else", async () => {
  for (const file of ["", " x.db", "file:x.db?mode=memory"])
    expect((await refused({ file })).code).toBe("StoreUnavailable");
  expect((await refused({ file: ":memory:", mode: "readOnly" })).code).toBe("StoreUnavailable");
});

it("opened for reading, it reads and does not write", async () => {
  const store = await opened({ file: await made(), mode: "readOnly" });
  expect(await store.head()).toMatchObject({ right: { events: 2 } });
  expect(await store.append("a-1", eventsFor(1), "any")()).toMatchObject({
    left: { code: "AccessDenied", detail: expect.stringContaining("opened for reading") },
  });
  await store.close();
});

it("a file that may not be written is refused for writing", async () => {
  const file = await made();
  const folder = dirname(file);
  chmodSync(folder, 0o755);
  chmodSync(file, 0o444);
  const root = process.getuid?.() === 0;
  const { stdout } = spawnSync(process.execPath, program("open-child.ts", file, root ? "65534" : ""), {
    encoding: "utf8",
  });
  expect(stdout).toBe("StoreReadOnly");
});

it("a damaged file of ours is told apart from a foreign one", async () => {
  const file = await made();
  const bytes = readFileSync(file);
  bytes.fill(0xff, 100, 8_192);
  writeFileSync(file, bytes);
  expect((await refused({ file })).code).toBe("StoreDamaged");
});

it("twenty who make the same file at once all find it whole", async () => {
  const file = newFile();
  const stores = await Promise.all(Array.from({ length: 20 }, () => opened({ file })));
  await Promise.all(stores.map((store, n) => store.append(`a-${n}`, eventsFor(1), "none")()));
  expect(await stores[0]?.head()).toMatchObject({ right: { events: 20 } });
  for (const store of stores) await store.close();
});

it("so do six processes", async () => {
  const file = newFile();
  const children = Array.from({ length: 6 }, () => start(process.execPath, program("open-child.ts", file, "")));
  for (const child of children) {
    await child.ended;
    expect(child.output()).toBe("opened");
  }
});

it("leaves one file behind when it is closed", async () => {
  const file = await made();
  for (const suffix of ["-wal", "-shm", "-journal"])
    expect(statSync(`${file}${suffix}`, { throwIfNoEntry: false })).toBeUndefined();
});
