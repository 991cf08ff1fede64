import { describe, expect, it } from "vitest";
import { type LocalDate, type PublishVersion, procedureOn, type Term } from "../../src/index.js";
import { days, decided, eventsOf, procedureOf, publish, refusalOf } from "../support/procedures.js";

const twice = procedureOf(
  publish("2018-01-01", { legalTerm: days(15) }),
  publish("2018-07-01", { legalTerm: days(10), agency: "environment office" }),
);

describe("a procedure is what was published of it (NĐ 63/2010, Đ8.2)", () => {
  it("its versions are numbered from 1", () => {
    const events = eventsOf(publish("2018-01-01"), publish("2018-07-01"), publish("2019-01-01"));
    expect(events.map(({ data }) => "version" in data && data.version)).toEqual([1, 2, 3]);
  });

  it.each<[LocalDate, string, number | undefined, Term | null]>([
    ["2017-12-31", "notYet", undefined, null],
    ["2018-01-01", "inForce", 1, days(15)],
    ["2018-06-30", "inForce", 1, days(15)],
    ["2018-07-01", "inForce", 2, days(10)],
    ["2026-01-01", "inForce", 2, days(10)],
  ])("on %s it is %s, by version %s", (date, standing, version, legalTerm) => {
    const on = procedureOn(twice, date);
    expect(on).toMatchObject({ standing, legalTerm });
    expect(on.version?.version).toBe(version);
  });

  it("all that was published is kept, with the document it follows from", () => {
    const { type: _, at: __, ...content } = publish("2018-01-01", { forms: ["Mẫu 09/ĐK"], sets: 1 });
    expect(procedureOn(procedureOf(publish("2018-01-01", content)), "2018-01-01").version).toEqual({
      ...content,
      version: 1,
    });
  });

  it("nothing is known of one that was never published", () => {
    expect(procedureOn(procedureOf(), "2018-01-01")).toEqual({
      standing: "unknown",
      version: null,
      legalTerm: null,
      committedTerm: null,
      sameDay: false,
      onlineLevel: null,
      onlineService: null,
      onSpot: [],
    });
  });
});

describe("versions follow one another", () => {
  it("a version that begins a day before the last is refused", () => {
    expect(refusalOf(twice, publish("2018-06-30"))).toEqual({
      code: "VersionNotLater",
      effectiveFrom: "2018-06-30",
      lastEffectiveFrom: "2018-07-01",
    });
  });

  it("one that begins on the same day takes its place, and both are kept", () => {
    const corrected = procedureOf(publish("2018-01-01"), publish("2018-01-01", { legalTerm: days(7) }));
    expect(procedureOn(corrected, "2018-01-01")).toMatchObject({ legalTerm: days(7), version: { version: 2 } });
    expect(corrected.versions).toHaveLength(2);
  });

  it("a new code is a new procedure", () => {
    expect(refusalOf(twice, publish("2019-01-01", { code: "1.000948.H38" }))).toEqual({
      code: "OtherProcedure",
      procedure: "1.001776",
      given: "1.000948.H38",
    });
  });
});

describe("a procedure is repealed from a date on", () => {
  const repealed = procedureOf(publish("2018-01-01"), decided("repeal", "2018-07-01", {}));

  it.each<[LocalDate, string]>([
    ["2018-06-30", "inForce"],
    ["2018-07-01", "repealed"],
    ["2020-01-01", "repealed"],
  ])("on %s it is %s, and what it was is still known", (date, standing) => {
    expect(procedureOn(repealed, date)).toMatchObject({ standing, version: { version: 1 } });
  });

  it.each<[string, LocalDate, string]>([
    ["before its first version", "2017-12-31", "notYet"],
    ["again", "2018-07-01", "repealed"],
  ])("%s that means nothing", (_, date, standing) => {
    expect(refusalOf(repealed, decided("repeal", date, {}))).toEqual({
      code: "ProcedureNotInForce",
      procedure: "1.001776",
      date,
      standing,
    });
  });

  it("a later version puts it in force again, and leaves the gap", () => {
    const again = procedureOf(publish("2018-01-01"), decided("repeal", "2018-07-01", {}), publish("2019-01-01"));
    expect(procedureOn(again, "2018-12-31").standing).toBe("repealed");
    expect(procedureOn(again, "2019-01-01")).toMatchObject({ standing: "inForce", version: { version: 2 } });
  });

  it("a version may still begin between the last one and the repeal", () => {
    expect(refusalOf(repealed, publish("2018-06-01"))).toBeUndefined();
  });

  it("what was decided about it before its repeal may be told after it", () => {
    expect(refusalOf(repealed, decided("declareSameDay", "2018-02-01", {}))).toBeUndefined();
  });
});

const component = { name: "Đơn", originals: 1, certifiedCopies: 0, photocopies: 0 };
const feeOf = (minor: number) => ({ name: "Phí", amount: { kind: "fee", minor, currency: "VND" } }) as const;

describe("what cannot be meant is refused", () => {
  it.each<[string, Partial<PublishVersion>, object]>([
    ["a negative fee", { fees: [feeOf(0), feeOf(-1)] }, { code: "FeeRefused", fee: "Phí" }],
    ["half a đồng", { fees: [feeOf(0.5)] }, { code: "FeeRefused", fee: "Phí" }],
    [
      "less than no originals",
      { components: [component, { ...component, name: "Đơn 2", originals: -1 }] },
      {
        code: "ComponentRefused",
        component: "Đơn 2",
      },
    ],
    [
      "half a copy",
      { components: [{ ...component, photocopies: 0.5 }] },
      { code: "ComponentRefused", component: "Đơn" },
    ],
    ["half a set", { sets: 1.5 }, { code: "ComponentRefused", component: "sets" }],
    ["a fraction of a day", { legalTerm: days(2.5) }, { code: "TermRefused", detail: "notPositive" }],
    [
      "a negative term of a step",
      { steps: [{ name: "Ký", agency: "a", place: "oneStop", term: days(-1) }] },
      { code: "TermRefused", detail: "notPositive" },
    ],
    [
      "a date that does not exist",
      { effectiveFrom: "2018-02-30" },
      {
        code: "EffectiveDateRefused",
        effectiveFrom: "2018-02-30",
      },
    ],
    ["no instant", { at: Number.NaN }, { code: "InstantRefused", at: Number.NaN }],
  ])("%s", (_, fields, refused) => {
    expect(refusalOf(procedureOf(), publish("2018-01-01", fields))).toEqual(refused);
  });

  it("a procedure may be free of charge and need no papers", () => {
    const free = publish("2018-01-01", { fees: [feeOf(0)], components: [], steps: [] });
    expect(refusalOf(procedureOf(), free)).toBeUndefined();
  });

  it.each([
    decided("shortenTerm", "2018-01-01", { committedTerm: days(5) }),
    decided("declareSameDay", "2018-01-01", {}),
    decided("setOnlineLevel", "2018-01-01", { level: 3 }),
    decided("designateOnSpot", "2018-01-01", { steps: ["receive"] }),
    decided("repeal", "2018-01-01", {}),
  ])("$type, of a procedure that was never published", (command) => {
    expect(refusalOf(procedureOf(), command)).toEqual({ code: "ProcedureUnknown" });
  });
});
