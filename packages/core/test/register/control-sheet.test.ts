import { describe, expect, it } from "vitest";
import {
  controlSheet,
  type DossierCommand,
  type DossierEvent,
  formOf,
  type HandOverParty,
  HO_CHI_MINH,
} from "../../src/index.js";
import { asked } from "../support/commands.js";
import { rightOf } from "../support/either.js";
import { happened } from "../support/figures.js";
import { historyOf } from "../support/history.js";
import { dueBy, dueOn, vn } from "../support/vietnam.js";

const sheet = (history: ReadonlyArray<DossierEvent>) => controlSheet(HO_CHI_MINH, history);
const named = ({ role, id }: HandOverParty) => (id === null ? role : `${role} ${id}`);
const received = asked("receive", "2018-07-02T09:00"); // due on Monday 9 July

const life = historyOf(
  received,
  asked("forward", "2018-07-02T16:00"),
  asked("assignHandler", "2018-07-03T08:00"),
  asked("requestSupplement", "2018-07-04T09:00"),
  asked("receiveSupplement", "2018-07-05T09:00"), // the term begins anew: due on Thursday 12 July
  asked("assignHandler", "2018-07-05T10:00", { handler: "handler-2" }),
  asked("transfer", "2018-07-06T09:00"),
  asked("resolve", "2018-07-11T16:00"),
  asked("returnResult", "2018-07-12T09:00", { unit: "ward 3" }),
);

describe("the control sheet has a row for every hand-over (TT 01/2018, form 05)", () => {
  it("from whom, to whom, when", () => {
    expect(sheet(life).map(({ from, to }) => `${named(from)} -> ${named(to)}`)).toEqual([
      "applicant -> oneStop one-stop",
      "oneStop one-stop -> agency land office",
      "agency land office -> officer handler-1",
      "officer handler-1 -> oneStop one-stop",
      "applicant -> oneStop one-stop",
      "officer handler-1 -> officer handler-2",
      "agency land office -> agency tax office",
      "agency tax office -> oneStop one-stop",
      "oneStop ward 3 -> applicant",
    ]);
  });

  it("each is held since the one before", () => {
    const rows = sheet(life);
    expect(rows.map(({ at }) => at)).toEqual(
      ["02T09", "02T16", "03T08", "04T09", "05T09", "05T10", "06T09", "11T16", "12T09"].map((time) =>
        vn(`2018-07-${time}:00`),
      ),
    );
    expect(rows.map(({ heldSince }) => heldSince)).toEqual([null, ...rows.slice(0, -1).map(({ at }) => at)]);
  });

  it("what moves nothing is no row", () => {
    const more = historyOf(
      received,
      asked("notifyObligation", "2018-07-03T09:00"),
      asked("settleObligation", "2018-07-04T09:00"),
      asked("apologiseAndReschedule", "2018-07-05T09:00"),
    );
    expect(sheet(more)).toHaveLength(1);
    expect(sheet([])).toEqual([]);
  });

  it("a supplement that was asked past the one-stop did not come by it (NĐ 61/2018, Đ5.1e)", () => {
    const past = asked("requestSupplement", "2018-07-04T09:00", { through: "agency" });
    const row = sheet(historyOf(received, asked("forward", "2018-07-02T16:00"), past))[2];
    expect(row).toMatchObject({
      from: { role: "agency", id: "land office" },
      to: { role: "applicant" },
      violations: [{ rule: "ND-61-2018 D5.1e" }],
    });
  });

  it("what the one-stop itself asks for or decides has not left it", () => {
    const asking = sheet(historyOf(received, asked("requestSupplement", "2018-07-04T09:00")));
    expect(asking[1]).toMatchObject({ from: { role: "oneStop", id: "one-stop" }, to: { role: "applicant" } });
    const onTheSpot = sheet(historyOf(received, asked("resolve", "2018-07-02T10:00")));
    expect(onTheSpot[1]).toMatchObject({ from: { role: "oneStop" }, to: { role: "oneStop" }, kept: "early" });
  });

  it("a legacy log tells of a hand-over by naming another officer or unit", () => {
    const line = (ordinal: number, data: { handler?: string; unit?: string }) =>
      happened("SourceEventRecorded", `2018-07-0${ordinal}T09:00`, {
        log: "old",
        ordinal,
        activity: "step",
        attributes: {},
        ...data,
      });
    const rows = sheet([
      line(1, { unit: "desk", handler: "a" }),
      line(2, { unit: "desk", handler: "a" }),
      line(3, { unit: "office", handler: "a" }),
      line(4, { unit: "office", handler: "b" }),
      line(5, {}),
    ]);
    expect(rows.map(({ from, to }) => `${named(from)} -> ${named(to)}`)).toEqual([
      "agency -> officer a",
      "agency desk -> agency office",
      "officer a -> officer b",
    ]);
  });
});

describe("the first hand-over keeps the same working day, the next one after 15:00 (NĐ 61/2018, Đ18)", () => {
  const first = (taken: string, given: string) => {
    const row = sheet(historyOf(asked("receive", taken), asked("forward", given)))[1];
    return [row?.due, row?.kept];
  };

  it.each([
    ["at 17:00 of the day", "2018-07-02T15:00", "2018-07-02T17:00", "2018-07-02T17:00", "onTime"],
    ["a millisecond after", "2018-07-02T15:00", "2018-07-02T17:00:00.001", "2018-07-02T17:00", "late"],
    [
      "received after 15:00, at 17:00 of the next",
      "2018-07-02T15:01",
      "2018-07-03T17:00",
      "2018-07-03T17:00",
      "onTime",
    ],
    ["and after it", "2018-07-02T15:01", "2018-07-03T17:00:00.001", "2018-07-03T17:00", "late"],
  ])("%s", (_, taken, given, due, kept) => {
    expect(first(taken, given)).toEqual([dueBy(due), kept]);
  });

  it("a second one, between agencies, has no such date", () => {
    const rows = sheet(
      historyOf(received, asked("forward", "2018-07-02T10:00"), asked("forward", "2018-07-05T10:00", { to: "court" })),
    );
    expect(rows[2]).toMatchObject({ from: { role: "agency", id: "land office" }, due: null, kept: null });
  });
});

describe("the result keeps the promise as the clock has moved it", () => {
  const result = (...history: ReadonlyArray<DossierCommand>) =>
    sheet(historyOf(...history)).find(({ fact }) => fact === "DossierResolved");

  it.each([
    ["the day before is early", "2018-07-08T23:59:59.999", "early"],
    ["the day itself is on time, from its first instant", "2018-07-09T00:00", "onTime"],
    ["to its last", "2018-07-09T23:59:59.999", "onTime"],
    ["the day after is late", "2018-07-10T00:00", "late"],
  ])("%s", (_, time, kept) => {
    expect(result(received, asked("resolve", time))).toMatchObject({ due: dueOn("2018-07-09"), kept });
  });

  it("an apology does not make it early: the promise stays what is kept", () => {
    const row = result(
      received,
      asked("apologiseAndReschedule", "2018-07-06T09:00"),
      asked("resolve", "2018-07-10T09:00"),
    );
    expect(row).toMatchObject({ due: dueOn("2018-07-09"), kept: "late" });
  });
});

describe("as a form", () => {
  const document = rightOf(
    formOf(
      life,
      { regulation: "TT-01-2018", number: "05" },
      { zone: HO_CHI_MINH, names: { "land office": "Phòng Địa chính" } },
    ),
  );

  it("it has room for both signatures, and says early, on time or late", () => {
    const [, second, , , , , , result] = document.tables[0]?.rows ?? [];
    expect(second).toEqual([
      "one-stop",
      "Phòng Địa chính",
      { vi: "16 giờ 00 phút, ngày 02/07/2018", en: "2018-07-02 16:00" },
      null,
      null,
      { vi: "Đúng hạn", en: "on time" },
      null,
    ]);
    expect(result?.[5]).toEqual({ vi: "Trước hạn", en: "early" });
  });

  it("notes the rules that were not kept", () => {
    const late = historyOf(received, asked("forward", "2018-07-04T10:00"));
    const sheetForm = rightOf(formOf(late, { regulation: "TT-01-2018", number: "05" }, { zone: HO_CHI_MINH }));
    expect(sheetForm.tables[0]?.rows[1]?.slice(-2)).toEqual([
      { vi: "Quá hạn", en: "late" },
      { vi: "Không đúng quy định: ND-61-2018 D18", en: "not kept: ND-61-2018 D18" },
    ]);
  });

  it("is form 06 of TT 03/2025, with the same rows", () => {
    const later = rightOf(formOf(life, { regulation: "TT-03-2025", number: "06" }, { zone: HO_CHI_MINH }));
    expect(later.kind).toBe("controlSheet");
    expect(later.tables[0]?.rows).toHaveLength(9);
  });
});
