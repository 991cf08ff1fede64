import { expect, it } from "vitest";
import { type Child, program, start } from "../../../../scripts/child/child.js";
import { rightOf } from "../../../../scripts/workers/right-of.js";
import { openSqliteProcessStore } from "../../src/index.js";
import { temporaryFolder } from "../support/temporary.js";

const { newFile } = temporaryFolder();
const DESK = { name: "desk", version: 1 };
const STREAMS = Array.from({ length: 200 }, (_, n) => `dossier-${n}`);
const KILLS = process.env["MOTCUA_TIER"] === "nightly" ? 100 : 4;

it("of those who save beside each other and are killed, each change is there whole or not at all, and none is lost", async () => {
  const file = newFile();
  const states = rightOf(await openSqliteProcessStore({ file })());
  const child = new URL("saving-child.ts", import.meta.url);
  const starting = (): Child => start(process.execPath, program(child, file, STREAMS.join(" ")));
  const all = [starting(), starting()];
  const kill = async (saver: Child): Promise<void> => {
    saver.process.kill("SIGKILL");
    await saver.ended;
  };
  for (let kills = 0; kills < KILLS; kills++) {
    const running = all.slice(-2);
    const before = running.map(({ output }) => output().length);
    await expect
      .poll(() => running.every(({ output }, n) => output().length > (before[n] ?? 0)), { timeout: 20_000 })
      .toBe(true);
    await kill(running[0] ?? expect.unreachable());
    expect(new Set(rightOf(await states.rows(DESK, STREAMS)()).map(({ version }) => version)).size).toBe(1);
    all.push(starting());
  }
  await Promise.all(all.slice(-2).map(kill));

  const folded = rightOf(await states.places("desk")())[0]?.checkpoint.folded ?? 0;
  expect(rightOf(await states.due(DESK, folded, 1_000)())).toHaveLength(STREAMS.length);
  expect(rightOf(await states.due(DESK, folded - 1, 1_000)())).toEqual([]);
  // Whoever was killed may have saved once more than it could tell.
  const told = all.map(({ output }) => output()).join("");
  expect(told).toMatch(/^\.+$/);
  expect(folded - told.length).toBeGreaterThanOrEqual(0);
  expect(folded - told.length).toBeLessThanOrEqual(all.length);
  await states.close();
}, 240_000);
