import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { type Either, isLeft } from "fp-ts/lib/Either.js";
import { beforeAll, describe, expect, it } from "vitest";
import { type Backup, type BackupError, type BackupOptions, isBackupError } from "../src/index.js";
import { hasPrinted, program, start } from "./support/child.js";
import { eventsFor } from "./support/events.js";
import { everything, expectContiguousVersions, expectSound, expectWholeAppends } from "./support/read.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();

/** A path in a folder of its own. */
const newTarget = (): string => {
  const folder = newFile();
  mkdirSync(folder);
  return join(folder, "copy.db");
};

/** A log of some ten megabytes: the copy takes ten steps. */
const large = newFile();

beforeAll(async () => {
  const store = await opened({ file: large });
  for (let n = 0; n < 50; n++)
    await store.append("a-1", eventsFor(1, { data: { text: "x".repeat(200_000) } }), "any")();
  await store.close();
});

const backedUp = async (
  file: string,
  target: string,
  options?: BackupOptions,
): Promise<Either<BackupError, Backup>> => {
  const store = await opened({ file, mode: "readOnly" });
  const backup = await store.backupTo(target, options)();
  await store.close();
  if (isLeft(backup)) expect(isBackupError(backup.left)).toBe(true);
  return backup;
};

const succeeded = (backup: Either<BackupError, Backup>): Backup => {
  if (isLeft(backup)) throw new Error(JSON.stringify(backup.left));
  return backup.right;
};

const namesBeside = (target: string): ReadonlyArray<string> => readdirSync(dirname(target));

describe("a backup of a log that is being written", () => {
  it("beside a process that writes as fast as it can, is the log up to one position, and a log", async () => {
    const [file, target] = [newFile(), newTarget()];
    const writer = start(process.execPath, program("writer-child.ts", file, "7", "thread"));
    await hasPrinted(writer, "\n");
    await sleep(500);
    let steps = 0;
    const backup = succeeded(await backedUp(file, target, { onProgress: () => steps++ }));
    await sleep(50);
    writer.process.kill("SIGKILL");
    await writer.ended;

    expect(steps).toBeGreaterThan(1);
    expect(namesBeside(target)).toEqual(["copy.db"]);
    expect(statSync(target).size).toBe(backup.bytes);
    const [log, copy] = [await opened({ file }), await opened({ file: target })];
    const [all, copied] = [await everything(log), await everything(copy)];
    expect(copied.length).toBe(backup.events);
    expect(copied).toEqual(all.slice(0, backup.events));
    expect(all.length).toBeGreaterThan(copied.length);
    expectWholeAppends(copied);
    expectContiguousVersions(copied);
    await expectSound(copy);
    expect(await copy.append("b-1", eventsFor(1), "none")()).toMatchObject({ right: { version: 1 } });
    await log.close();
    await copy.close();
  });

  it("does not hold up the store that is asked for it", async () => {
    const [file, target] = [newFile(), newTarget()];
    const store = await opened({ file });
    await store.append("a-1", eventsFor(20_000), "none")();
    let copied = false;
    const backup = store
      .backupTo(target)()
      .finally(() => {
        copied = true;
      });
    let appended = 0;
    while (!copied)
      expect(await store.append("b-1", eventsFor(1), appended++ || "none")()).toMatchObject({ _tag: "Right" });
    expect(appended).toBeGreaterThan(10);
    expect(succeeded(await backup).events).toBeLessThan(20_000 + appended);
    await store.close();
  });
});

describe("an unfinished backup leaves nothing under its name", () => {
  it.each([0, 1_000, 2_000])("killed after %i pages", async (pages) => {
    const target = newTarget();
    const child = start(process.execPath, program("backup-child.ts", large, target, "", String(pages)));
    expect(await child.ended).toEqual({ code: null, signal: "SIGKILL" });
    expect(existsSync(target)).toBe(false);
    expect(succeeded(await backedUp(large, target)).events).toBe(50);
  });

  it("stopped by its signal, whenever that comes", async () => {
    const target = newTarget();
    for (const after of [0, 2, 5]) {
      const ending = new AbortController();
      let steps = 0;
      if (after === 0) ending.abort();
      const onProgress = () => {
        if (++steps === after) ending.abort();
      };
      expect(await backedUp(large, target, { signal: ending.signal, onProgress })).toMatchObject({
        left: { code: "BackupFailed", reason: "stopped", file: target },
      });
      expect(namesBeside(target)).toEqual([]);
    }
  });

  it("where the disk has no room for it", async () => {
    const target = newTarget();
    const words = [
      "-c",
      'ulimit -f 4000 && exec "$0" "$@"',
      process.execPath,
      ...program("backup-child.ts", large, target),
    ];
    const child = start("sh", words);
    await child.ended;
    expect(JSON.parse(child.output())).toMatchObject({ left: { code: "BackupFailed", reason: "disk", file: target } });
    expect(namesBeside(target)).toEqual([]);
  });

  it("where the log is damaged, though it can be read", async () => {
    const [file, target] = [newFile(), newTarget()];
    const store = await opened({ file });
    await store.append("a-1", eventsFor(3), "none")();
    await store.close();
    const other = new DatabaseSync(file);
    other.exec(
      "PRAGMA ignore_check_constraints = ON; INSERT INTO events SELECT 4, 1, 4, x'00', 1, 1, 0, 0, '{}', '{}'",
    );
    other.close();
    expect(await backedUp(file, target)).toMatchObject({ left: { code: "BackupFailed", reason: "unsound" } });
    expect(namesBeside(target)).toEqual([]);
  });
});

describe("a backup is refused before anything is written", () => {
  const refused = async (target: string, reason: string, options?: BackupOptions): Promise<void> => {
    const folder = dirname(target);
    const names = () => (statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : []);
    const before = names();
    expect(await backedUp(large, target, options)).toEqual({
      _tag: "Left",
      left: { code: "BackupRefused", file: target, reason },
    });
    expect(names()).toEqual(before);
  };

  it("where there is such a file, unless it is an earlier log that may be replaced", async () => {
    const target = newTarget();
    writeFileSync(target, "these are my notes");
    await refused(target, "exists");
    await refused(target, "exists", { existing: "replace" });
    expect(readFileSync(target, "utf8")).toBe("these are my notes");

    const earlier = newTarget();
    await (await opened({ file: earlier })).close();
    await refused(earlier, "exists");
    expect(succeeded(await backedUp(large, earlier, { existing: "replace" })).events).toBe(50);
    const replaced = await opened({ file: earlier });
    expect(await replaced.head()).toMatchObject({ right: { events: 50 } });
    await replaced.close();
  });

  it("where the earlier log is open; not where it has only been read since", async () => {
    const earlier = newTarget();
    await (await opened({ file: earlier })).close();
    const reader = await opened({ file: earlier, mode: "readOnly" });
    expect(await reader.head()).toMatchObject({ right: { events: 0 } });
    await refused(earlier, "inUse", { existing: "replace" });
    await reader.close();
    expect(namesBeside(earlier)).toContain("copy.db-wal");
    expect(succeeded(await backedUp(large, earlier, { existing: "replace" })).events).toBe(50);
    expect(namesBeside(earlier)).toEqual(["copy.db"]);
  });

  it("where it would replace the log itself, whatever name that has", async () => {
    const link = newTarget();
    linkSync(large, link);
    await refused(link, "inUse", { existing: "replace" });
  });

  it("where another log has left its newest pages: they would be read as the copy's", async () => {
    const target = newTarget();
    writeFileSync(`${target}-wal`, "");
    await refused(target, "inUse");
  });

  it("where the folder is missing", async () => {
    await refused(join(newFile(), "copy.db"), "noFolder");
    await refused(join(large, "copy.db"), "noFolder");
  });

  it("where this process may not write", async () => {
    const target = newTarget();
    chmodSync(dirname(target), 0o555);
    chmodSync(dirname(dirname(target)), 0o777);
    chmodSync(large, 0o644);
    const user = process.getuid?.() === 0 ? "65534" : "";
    const child = start(process.execPath, program("backup-child.ts", large, target, user));
    await child.ended;
    expect(JSON.parse(child.output())).toMatchObject({ left: { code: "BackupRefused", reason: "notWritable" } });
  });

  it("of a store in memory, and of one that is closed", async () => {
    for (const file of [":memory:", newFile()]) {
      const store = await opened({ file });
      if (file !== ":memory:") await store.close();
      expect(await store.backupTo(newTarget())()).toMatchObject({ left: { code: "StoreUnavailable", inDoubt: false } });
      await store.close();
    }
  });
});

it.each([0o600, 0o664])("whoever may read the log may read its backup, and nobody else (%o)", async (mode) => {
  const [file, target] = [newFile(), newTarget()];
  await (await opened({ file })).close();
  chmodSync(file, mode);
  expect(succeeded(await backedUp(file, target)).events).toBe(0);
  expect(statSync(target).mode & 0o777).toBe(mode);
});
