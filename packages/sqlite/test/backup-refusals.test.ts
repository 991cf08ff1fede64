import { chmodSync, linkSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { start } from "../../../scripts/child/child.js";
import type { BackupOptions } from "../src/index.js";
import { backedUp, large, namesBeside, newTarget, succeeded } from "./support/backups.js";
import { program } from "./support/program.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();

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
