import { join } from "node:path";
import type { IndicatorsReport } from "@motcua/core";
import { describe, expect, it } from "vitest";
import { folder, motcua, motcuaJson } from "./support/motcua.js";
import { simulated } from "./support/simulated.js";

interface Listed {
  readonly dossiers: ReadonlyArray<{ readonly id: string; readonly code: string | null; readonly status: string }>;
}

interface History {
  readonly id: string;
  readonly events: ReadonlyArray<{ readonly type: string; readonly occurredAt: string; readonly version: number }>;
}

describe("a simulated year through the command", () => {
  it("says what it wrote, and writes nothing twice", async () => {
    const store = ["--store", `sqlite:${join(folder(), "year.db")}`];
    const first = await motcuaJson<{ dossiers: number; events: number }>("simulate", "--dossiers", "200", ...store);
    expect(first).toMatchObject({ dossiers: 200, seconds: expect.any(Number), eventsPerSecond: expect.any(Number) });
    await motcuaJson("simulate", "--dossiers", "200", ...store);
    const { total } = await motcuaJson<IndicatorsReport>("report", "indicators", ...store);
    expect(total.received).toBe(200);
  });

  it("refuses another year in the same log", async () => {
    const store = await simulated();
    const { code, err } = await motcua("simulate", "--dossiers", "400", "--seed", "4", ...store);
    expect([code, err]).toEqual([3, expect.stringContaining("already holds something else")]);
  });

  it("adds up by month: received and decided each in its own", async () => {
    const store = await simulated();
    const { total, groups } = await motcuaJson<IndicatorsReport>(
      "report",
      "indicators",
      "--from",
      "2018-01-01",
      "--to",
      "2019-01-01",
      "--by",
      "month",
      ...store,
    );
    expect(groups.map(({ key }) => key.month)).toEqual(
      Array.from({ length: 12 }, (_, n) => `2018-${String(n + 1).padStart(2, "0")}`),
    );
    const sum = (of: (group: (typeof groups)[number]) => number) => groups.reduce((all, group) => all + of(group), 0);
    expect(sum((group) => group.received)).toBe(total.received);
    expect(sum((group) => group.resolved.total)).toBe(total.resolved.total);
    for (const [n, group] of groups.entries()) expect(group.carriedOver).toBe(groups[n - 1]?.inProgress.total ?? 0);
  });

  it("replays a dossier by its id and by the code on its receipt, as of any point", async () => {
    const store = await simulated();
    const { dossiers } = await motcuaJson<Listed>("dossier", "list", "--limit", "40", ...store);
    expect(dossiers).toHaveLength(40);
    const { id, code } = dossiers.find(({ status }) => status === "returned") ?? { id: "", code: "" };
    const history = await motcuaJson<History>("dossier", "history", id, ...store);
    expect(history.events[0]?.occurredAt).toMatch(/^2018-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+07:00$/);
    expect(await motcuaJson<History>("dossier", "history", code ?? "", ...store)).toEqual(history);

    const at = history.events.findIndex(({ type }) => type === "DossierResolved");
    const before = await motcuaJson<{ status: string; version: number }>(
      "dossier",
      "show",
      id,
      "--at-version",
      `${at}`,
      ...store,
    );
    expect(before).toMatchObject({ status: "processing", version: at });
    const asOf = history.events[at]?.occurredAt ?? "";
    expect(await motcuaJson("dossier", "show", id, "--as-of", asOf, ...store)).toMatchObject({ status: "resolved" });
    expect((await motcua("dossier", "show", id, "--as-of", "2017-01-01T00:00Z", ...store)).code).toBe(1);
    expect((await motcua("dossier", "show", id, "--known-at", "2017-01-01T00:00Z", ...store)).code).toBe(1);
  });

  it("shows the subject at the top of the state", async () => {
    const store = await simulated();
    const { dossiers } = await motcuaJson<Listed>("dossier", "list", "--limit", "1", ...store);
    const state = await motcuaJson<Record<string, unknown>>("dossier", "show", dossiers[0]?.id ?? "", ...store);
    expect(Object.keys(state).slice(0, 2)).toEqual(["id", "subjectRef"]);
  });

  it("speaks Vietnamese and English, in tables, CSV and a page without a script", async () => {
    const store = await simulated();
    const report = (...words: ReadonlyArray<string>) =>
      motcua("report", "indicators", "--by", "agency", ...store, ...words);
    expect((await report("--format", "table", "--lang", "vi")).out).toContain("đã giải quyết");
    expect((await report("--format", "table", "--lang", "en")).out).toContain("early or on time, of decided");
    const csv = (await report("--format", "csv")).out.split("\r\n");
    expect(csv[0]).toMatch(/^scope,from,to,asOf,agency,received,/);
    expect(new Set(csv.slice(1, -1).map((line) => line.split(",").length)).size).toBe(1);
    const page = (await report("--format", "html", "--lang", "vi")).out;
    expect(page).toMatch(/^<!doctype html>\n<html lang="vi">/);
    expect(page).not.toMatch(/<script|https?:|src=/);
  });

  it("is content with its own log", async () => {
    const store = await simulated();
    const { ok, findings } = await motcuaJson<{ ok: boolean; findings: ReadonlyArray<{ rule: string; ok: boolean }> }>(
      "doctor",
      "--deep",
      ...store,
    );
    expect([ok, findings.filter((finding) => !finding.ok)]).toEqual([true, []]);
  });
});
