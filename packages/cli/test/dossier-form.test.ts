import type { FormDocument } from "@motcua/core";
import { describe, expect, it } from "vitest";
import { motcua, motcuaJson } from "./support/motcua.js";
import { dossierThat, listed, simulated } from "./support/simulated.js";

describe("dossier form", () => {
  it("is a page that prints, by id and by code, with the names that the catalogue has", async () => {
    const store = await simulated();
    const { id, code } = await dossierThat(store, () => true);
    const page = (await motcua("dossier", "form", id, "--form", "01", "--lang", "vi", ...store)).out;
    expect(page).toMatch(/^<!doctype html>\n<html lang="vi">/);
    expect(page).toContain("Mẫu số 01 - Thông tư 01/2018/TT-VPCP");
    expect(page).toContain(`Mã hồ sơ: <b>${code}</b>`);
    expect(page).toContain("Trung tâm hành chính công thành phố");
    expect(page).toMatch(/thủ tục mô phỏng số \d+/);
    expect(page).not.toMatch(/<script|https?:|undefined|NaN/);
    expect((await motcua("dossier", "form", code, "--form", "1", "--lang", "vi", ...store)).out).toBe(page);
  });

  it("in English says each word again", async () => {
    const store = await simulated();
    const { id } = await dossierThat(store, () => true);
    const page = (await motcua("dossier", "form", id, "--form", "05", "--lang", "en", ...store)).out;
    expect(page).toContain("Control sheet of the processing");
  });

  it("is a document in JSON; under the circular that is asked for a number means another form", async () => {
    const store = await simulated();
    const { id, code } = await dossierThat(store, () => true);
    const form = (...words: ReadonlyArray<string>) =>
      motcuaJson<FormDocument>("dossier", "form", id, ...words, ...store);
    expect(await form("--form", "05")).toMatchObject({ regulation: "TT-01-2018", kind: "controlSheet", code });
    const of2025 = await form("--form", "06", "--regulation", "TT-03-2025");
    expect(of2025).toMatchObject({ regulation: "TT-03-2025", kind: "controlSheet", code });
  });

  it("that was not issued is none: says which were, and when", async () => {
    const store = await simulated();
    const { id } = await dossierThat(store, ({ code }) => code?.includes("-180102-") === true);
    const { code, out, err } = await motcua("dossier", "form", id, "--form", "03", "--lang", "en", ...store);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("form 03 of TT-01-2018 was not issued; issued were 01 (2018-01-02), 05 (2018-01-02)");
  });

  it("of a dossier that was not taken in is the refusal, of the circular of the day it came", async () => {
    const store = await simulated();
    const refused = (await listed(store)).find(({ status }) => status === "intakeRefused")?.id ?? "";
    const form = await motcuaJson<FormDocument>("dossier", "form", refused, "--form", "03", ...store);
    expect(form).toMatchObject({ regulation: "TT-01-2018", kind: "refusal", code: null });
  });

  it("is the one that there was as of an instant", async () => {
    const store = await simulated();
    const { id } = await dossierThat(store, () => true);
    const asked = ["dossier", "form", id, "--form", "01", "--as-of", "2017-01-01T00:00+07:00"];
    expect((await motcua(...asked, ...store)).code).toBe(1);
  });

  it.each([
    [["--form", "07"], "TT-01-2018 has no form 07; it has 01, 02, 03, 04, 05, 06"],
    [["--form", "06"], "is the register of many dossiers: motcua dossier register"],
    [["--form", "one"], "must be the number of a form"],
    [["--form", "01", "--regulation", "TT-61"], "Allowed choices are TT-01-2018, TT-03-2025"],
    [["--form", "01", "--format", "csv"], "Allowed choices are html, json"],
  ])("%j is a wrong request", async (words, message) => {
    const store = await simulated();
    const { id } = await dossierThat(store, () => true);
    const { code, out, err } = await motcua("dossier", "form", id, ...words, "--lang", "en", ...store);
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(message)]);
  });
});
