import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../src/index.js";
import { folder, motcua } from "./support/motcua.js";

const receive = {
  type: "receive",
  at: "2018-07-02T09:00+07:00",
  code: "000.00.01.H05-180702-0001",
  subjectRef: "subject-1",
  centre: "bac-ninh",
  unit: "one-stop",
  agency: "land office",
  procedure: { code: "1.001776", version: 1, field: "land" },
  channel: "inPerson",
  legalTerm: { unit: "workingDay", amount: 5 },
};

const publish = {
  type: "publishVersion",
  at: "2018-01-02T08:00",
  effectiveFrom: "2018-01-02",
  basis: "QĐ 575/2017",
  code: "1.001776",
  name: "Đăng ký biến động đất đai",
  field: "land",
  agency: "land office",
  competence: "district",
  legalTerm: { unit: "workingDay", amount: 10 },
  steps: [],
  components: [],
  applicantKinds: ["citizen"],
  fees: [{ name: "Lệ phí địa chính", amount: { kind: "charge", minor: 15_000, currency: "VND" } }],
  results: [],
  requirements: [],
};

const decided = { at: "2018-01-02T08:00", effectiveFrom: "2018-01-02", basis: "NQ 1" };

/** A log that is not there yet, and a hand that asks of it. */
const desk = () => {
  const path = folder();
  const log = join(path, "log.db");
  const file = join(path, "command.json");
  const ask = (thing: string, id: string, command: unknown, ...words: ReadonlyArray<string>) => {
    writeFileSync(file, typeof command === "string" ? command : JSON.stringify(command));
    return motcua(thing, "do", id, "--command", file, "--store", `sqlite:${log}`, ...words);
  };
  return { log, file, ask };
};

const done = async (asked: ReturnType<ReturnType<typeof desk>["ask"]>) => {
  const { code, out, err } = await asked;
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out) as {
    version: number;
    state: Record<string, unknown>;
    events: ReadonlyArray<{ type: string }>;
  };
};

/** Asks in both languages and expects the same refusal, and no log where there was none. */
const refused = async (...[thing, id, command]: Parameters<ReturnType<typeof desk>["ask"]>) => {
  const { ask, log } = desk();
  const en = await ask(thing, id, command, "--lang", "en");
  const vi = await ask(thing, id, command, "--lang", "vi");
  expect([en.code, en.out, vi.code, vi.out, existsSync(log)]).toEqual([2, "", 2, "", false]);
  return { en: en.err, vi: vi.err };
};

describe("what is asked is recorded", () => {
  it("of a dossier, and what its events add up to is told", async () => {
    const { ask } = desk();
    const first = await done(ask("dossier", "d-1", receive));
    expect(first).toMatchObject({
      id: "d-1",
      version: 1,
      state: { status: "received", receivedAt: "2018-07-02T09:00:00.000+07:00" },
      events: [{ type: "DossierReceived", occurredAt: "2018-07-02T09:00:00.000+07:00" }],
    });
    const second = await done(ask("dossier", "d-1", { type: "withdraw", at: Date.parse("2018-07-03T09:00+07:00") }));
    expect(second).toMatchObject({
      version: 2,
      state: { status: "withdrawn" },
      events: [{ type: "DossierWithdrawn" }],
    });
  });

  it.each([
    ["procedure", "1.001776", publish, "ProcedureVersionPublished"],
    [
      "unit",
      "H05.12",
      { ...decided, type: "establish", code: "H05.12", name: "Kinh Bắc", kind: "ward" },
      "UnitEstablished",
    ],
    [
      "petition",
      "p-1",
      { type: "lodge", at: "2023-01-03", subjectRef: "s-1", channel: "online", centre: "c", unit: "u", about: "other" },
      "PetitionLodged",
    ],
    [
      "treasury",
      "u",
      {
        type: "remit",
        at: "2018-07-02T09:00",
        unit: "u",
        centre: "c",
        amount: { kind: "fee", minor: 5, currency: "VND" },
        voucher: "CT-1",
      },
      "AmountRemitted",
    ],
  ])("of a %s", async (thing, id, command, type) => {
    const { events } = await done(desk().ask(thing, id, command));
    expect(events.map((event) => event.type)).toEqual([type]);
  });

  it("from standard input too", async () => {
    const out: string[] = [];
    const stdin = (async function* () {
      yield* [JSON.stringify(receive).slice(0, 50), Buffer.from(JSON.stringify(receive).slice(50))];
    })();
    const io = { stdin, stdout: { write: (text: string) => out.push(text) }, stderr: { write: () => true }, env: {} };
    expect(await run(["dossier", "do", "d-1", "--command", "-", "--store", "memory:"], io)).toBe(0);
    expect(JSON.parse(out.join(""))).toMatchObject({ id: "d-1", version: 1 });
  });

  it("once, where the command is asked again under its id", async () => {
    const { ask } = desk();
    for (const _ of [1, 2])
      expect(await done(ask("dossier", "d-1", receive, "--command-id", "c-1"))).toMatchObject({
        version: 1,
        events: [{ type: "DossierReceived" }],
      });
  });

  it("and shown as a table", async () => {
    const { out } = await desk().ask("dossier", "d-1", receive, "--format", "table");
    expect(out).toMatch(/^d-1: 1\n(.|\n)*DossierReceived/);
  });
});

describe("bad input has its own message in both languages, and nothing is written", () => {
  it("a wrong type", async () => {
    const { en, vi } = await refused("dossier", "d-1", { ...receive, code: 7 });
    expect(en).toContain("d-1: receive: code: must be string");
    expect(vi).toContain("d-1: receive: code: phải là chuỗi ký tự");
  });

  it("an unknown procedure", async () => {
    const { en, vi } = await refused("procedure", "9.999999", { ...decided, type: "repeal" });
    expect(en).toMatch(/^9\.999999: no version of this procedure was ever published/);
    expect(vi).toMatch(/^9\.999999: thủ tục này chưa từng được công bố/);
  });

  it("an expired version", async () => {
    const { ask } = desk();
    await done(ask("procedure", "1.001776", publish));
    await done(ask("procedure", "1.001776", { ...decided, type: "repeal", effectiveFrom: "2018-06-01" }));
    const again = { ...decided, type: "repeal", effectiveFrom: "2018-07-01" };
    const en = await ask("procedure", "1.001776", again, "--lang", "en");
    const vi = await ask("procedure", "1.001776", again, "--lang", "vi");
    expect([en.code, en.err]).toEqual([2, expect.stringContaining("1.001776 is not in force on 2018-07-01")]);
    expect([vi.code, vi.err]).toEqual([2, expect.stringContaining("1.001776 không có hiệu lực vào 2018-07-01")]);
  });

  it("a negative fee", async () => {
    const fees = [{ name: "survey fee", amount: { kind: "fee", minor: -1, currency: "VND" } }];
    const { en, vi } = await refused("procedure", "1.001776", { ...publish, fees });
    expect(en).toContain('the fee "survey fee" is no whole number of minor units from 0 on');
    expect(vi).toContain('mức thu "survey fee" không phải số nguyên từ 0 trở lên');
  });

  it("a rating off its scale", async () => {
    const { ask, log } = desk();
    await done(ask("dossier", "d-1", receive));
    await done(ask("dossier", "d-1", { type: "resolve", at: "2018-07-05T09:00", outcome: "granted" }));
    await done(ask("dossier", "d-1", { type: "returnResult", at: "2018-07-06T09:00", method: "counter" }));
    const rate = { type: "rateSatisfaction", at: "2018-07-06T10:00", score: 7, scale: 5, aspect: "attitude" };
    const en = await ask("dossier", "d-1", rate, "--lang", "en");
    const vi = await ask("dossier", "d-1", rate, "--lang", "vi");
    expect([en.code, en.err]).toEqual([2, expect.stringContaining("7 is no rating on a scale of 5")]);
    expect([vi.code, vi.err]).toEqual([2, expect.stringContaining("7 không phải điểm trên thang 5")]);
    const history = await motcua("dossier", "history", "d-1", "--store", `sqlite:${log}`);
    expect(JSON.parse(history.out).events).toHaveLength(3);
  });

  it("a date in a year that is not loaded", async () => {
    const { en, vi } = await refused("dossier", "d-1", { ...receive, at: "2031-07-02T09:00" });
    expect(en).toContain("no calendar of 2031 is loaded");
    expect(vi).toContain("chưa có lịch năm 2031");
  });

  it("a time that does not exist", async () => {
    const { en, vi } = await refused("dossier", "d-1", { ...receive, at: "2018-02-30T09:00" });
    expect(en).toMatch(/^at: expected .*2018-02-30/);
    expect(vi).toMatch(/^at: cần .*2018-02-30/);
  });

  it.each([
    ["procedure", "2.000908", publish, "1.001776"],
    ["unit", "H05.13", { ...decided, type: "establish", code: "H05.12", name: "Kinh Bắc", kind: "ward" }, "H05.12"],
    ["treasury", "u", { type: "settleQuarter", at: 0, unit: "v", centre: "c", quarter: "2018-Q1", lines: [] }, "v"],
  ])("a command to another %s than it was handed to", async (thing, id, command, given) => {
    const { en, vi } = await refused(thing, id, command);
    expect(en).toContain(given);
    expect(vi).toContain(given);
  });

  it("personal text in clear, which there is nothing to seal with, and which is not repeated", async () => {
    const applicant = { subject: "subject-1", open: "Nguyễn Văn A" };
    const { en, vi } = await refused("dossier", "d-1", { ...receive, applicant });
    expect(en).toContain("personal text cannot be stored in clear (applicant), and no key store is set up");
    expect(vi).toContain("chưa có kho khóa để niêm phong");
    expect(en + vi).not.toContain("Nguyễn");
  });

  it.each(["", '{\n "type": "withdraw",,', '{"type": "Nguyễn'])(
    "%j is no JSON, and nothing of it is repeated",
    async (text) => {
      const { en, vi } = await refused("dossier", "d-1", text);
      expect(en).toContain("expected one command as JSON");
      expect(vi).toContain("cần một lệnh dạng JSON");
      expect(en).not.toMatch(/Nguyễn|withdraw/);
    },
  );

  it("a file that is not there", async () => {
    const { code, err } = await motcua("unit", "do", "x", "--command", "nowhere.json", "--store", "memory:");
    expect([code, err]).toEqual([2, expect.stringContaining("nowhere.json: cannot be read")]);
  });
});
