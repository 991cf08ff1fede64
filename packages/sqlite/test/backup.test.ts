import { chmodSync, existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { hasPrinted, start } from "../../../scripts/child/child.js";
import { backedUp, large, namesBeside, newTarget, succeeded } from "./support/backups.js";
import { eventsFor } from "./support/events.js";
import { program } from "./support/program.js";
import { everything, expectContiguousVersions, expectSound, expectWholeAppends } from "./support/read.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();

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

it.each([0o600, 0o664])("whoever may read the log may read its backup, and nobody else (%o)", async (mode) => {
  const [file, target] = [newFile(), newTarget()];
  await (await opened({ file })).close();
  chmodSync(file, mode);
  expect(succeeded(await backedUp(file, target)).events).toBe(0);
  expect(statSync(target).mode & 0o777).toBe(mode);
});
