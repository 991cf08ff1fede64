import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../src/index.js";
import { folder, motcua, motcuaJson } from "./support/motcua.js";

const simulated = async (path: string): Promise<string> => {
  const file = join(path, "log.db");
  await motcuaJson("simulate", "--dossiers", "300", "--store", `sqlite:${file}`);
  return file;
};

describe("motcua backup", () => {
  it("makes a copy that reports the same, and says how many events it has", async () => {
    const path = folder();
    const [file, copy] = [await simulated(path), join(path, "copy.db")];
    const { events, verified } = await motcuaJson<{ events: number; verified: boolean }>(
      ...["backup", "--store", `sqlite:${file}`, "--out", copy],
    );
    expect([events > 300, verified]).toEqual([true, true]);
    const report = (log: string) => motcua("report", "indicators", "--store", `sqlite:${log}`, "--format", "json");
    expect(await report(copy)).toEqual(await report(file));
    const { code, out } = await motcua("doctor", "--deep", "--store", `sqlite:${copy}`, "--format", "json");
    expect([code, JSON.parse(out).ok]).toEqual([0, true]);
  });

  it("says how far it is on standard error alone", async () => {
    const path = folder();
    const file = await simulated(path);
    const words = ["backup", "--store", `sqlite:${file}`, "--out", join(path, "copy.db")];
    const { code, out, err } = await motcua(...words, "--progress");
    expect([code, Object.keys(JSON.parse(out))]).toEqual([0, ["events", "verified"]]);
    expect(err).toContain("copying");
  });

  it("leaves an earlier file alone, unless it is a backup that may be replaced", async () => {
    const path = folder();
    const [file, copy, notes] = [await simulated(path), join(path, "copy.db"), join(path, "notes.txt")];
    writeFileSync(notes, "these are my notes");
    const backup = (out: string, ...more: ReadonlyArray<string>) =>
      motcua("backup", "--store", `sqlite:${file}`, "--out", out, ...more);
    expect((await backup(copy)).code).toBe(0);
    expect(await backup(copy)).toMatchObject({ code: 2, out: "", err: expect.stringContaining("--replace") });
    expect((await backup(copy, "--replace")).code).toBe(0);
    expect(await backup(notes, "--replace")).toMatchObject({ code: 2, out: "" });
    expect(readFileSync(notes, "utf8")).toBe("these are my notes");
    expect(await backup(file, "--replace")).toMatchObject({ code: 2, err: expect.stringContaining("the log itself") });
  });

  it("stops at Ctrl-C, and leaves nothing", async () => {
    const path = folder();
    const file = await simulated(path);
    let said = "";
    const stderr = {
      write: (text: string) => {
        if (text.startsWith("copying")) process.emit("SIGINT");
        said += text;
      },
    };
    const words = ["backup", "--store", `sqlite:${file}`, "--out", join(path, "copy.db"), "--progress", "--lang", "vi"];
    const code = await run(words, { stdout: { write: () => undefined }, stderr, env: {} });
    expect([code, said]).toEqual([1, expect.stringContaining("đã dừng; không để lại gì")]);
    expect(readdirSync(path).filter((name) => name.startsWith("copy"))).toEqual([]);
  });

  it.each([
    [2, "memory:", "copy.db", "nothing to back up"],
    [2, "postgres://centre/log", "copy.db", "motcua copy --from"],
    [2, "esdb+discover://centre", "copy.db", "server's own backup"],
    [2, "mysql://x", "copy.db", "no store that this release knows"],
    [2, "", "copy.db", "Which log?"],
    [3, "sqlite:none.db", "copy.db", "no such log"],
    [2, "sqlite:log.db", "nowhere/copy.db", "folder is missing"],
  ])("answers %i for --store %s --out %s", async (exit, url, out, message) => {
    const path = folder();
    await simulated(path);
    const store = url.replace("sqlite:", `sqlite:${path}/`);
    const answer = await motcua("backup", "--store", store, "--out", join(path, out));
    expect(answer).toEqual({ code: exit, out: "", err: expect.stringContaining(message) });
    expect(existsSync(join(path, out))).toBe(false);
  });

  it("asks where to", async () => {
    expect(await motcua("backup", "--store", "memory:")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--out"),
    });
  });
});
