import { expect, it } from "vitest";
import { motcua, motcuaJson } from "./support/motcua.js";
import { dossierThat, simulated } from "./support/simulated.js";

it("anyone who knows a code sees how far the dossier is, and nothing beside (TT 01/2018, Đ16.2d)", async () => {
  const store = await simulated();
  const { code } = await dossierThat(store, ({ status }) => status === "returned");
  const found = await motcuaJson("lookup", code, ...store);
  expect(found).toEqual({ code, completion: { level: "completed", percent: 100 } });
});

it("one that is worked on is in progress, whatever it waits for", async () => {
  const store = await simulated();
  const { code } = await dossierThat(store, ({ status }) => status === "processing");
  const out = async (...words: ReadonlyArray<string>) => (await motcua("lookup", code, ...words, ...store)).out;
  expect(await out("--format", "table", "--lang", "en")).toBe(`${code}: in progress (50 %)\n`);
  expect(await out("--format", "table", "--lang", "vi")).toBe(`${code}: đang giải quyết (50 %)\n`);
  expect(await out("--format", "csv")).toBe(`code,level,percent\r\n${code},inProgress,50\r\n`);
});

it("a code that nobody has is not found, and an id is no code", async () => {
  const store = await simulated();
  const { id } = await dossierThat(store, () => true);
  for (const asked of ["000.00.01.H05-180702-9999", id]) {
    const { code, out, err } = await motcua("lookup", asked, "--lang", "en", ...store);
    expect([code, out, err]).toEqual([1, "", `${asked}: no dossier has this code\n`]);
  }
});
