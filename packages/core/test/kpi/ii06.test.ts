import { describe, expect, it } from "vitest";
import { type Ii06Query, ii06Report, type LocalDate, VIETNAM } from "../../src/index.js";
import { type History, happened, received, resolved, rowsOf } from "../support/figures.js";
import { dueBy, dueOn, vn } from "../support/vietnam.js";

const form = (histories: ReadonlyArray<History>, query: Partial<Ii06Query> = {}) =>
  ii06Report(rowsOf(...histories), {
    zone: VIETNAM.zone,
    onTimeBy: "auto",
    from: "2018-07-01",
    to: "2018-08-01",
    asOf: vn("2018-12-31T00:00"),
    ...query,
  });

const due = dueOn("2018-07-09");
const stopped = (time: string) => happened("ProcessingStopped", time, { reason: "court" });
const resumed = (time: string) => happened("ProcessingResumed", time, {});
const month = (from: LocalDate, to: LocalDate) => ({ from, to });
const AUGUST = month("2018-08-01", "2018-09-01");

describe("the columns of form II.06", () => {
  it("4 is what came in online, 5 what came in person, by post or otherwise", () => {
    const { total } = form([
      [received("2018-07-02T09:00", due, { channel: "online" })],
      [received("2018-07-02T09:00", due, { channel: "inPerson" })],
      [received("2018-07-02T09:00", due, { channel: "postal" })],
      [received("2018-07-02T09:00", due, { channel: "other", sourceChannel: "Intern" })],
    ]);
    expect(total).toMatchObject({ "3": 4, "4": 1, "5": 3, "6": 0, notes: { otherChannel: 1 } });
  });

  it("4 goes by the domain's channel, whatever an imported log calls it", () => {
    const { total } = form([[received("2018-07-02T09:00", due, { channel: "online", sourceChannel: "Internet" })]]);
    expect(total).toMatchObject({ "4": 1, "5": 0 });
  });

  it("8, 9 and 10 compare the day of the decision with the promised one", () => {
    const { total } = form([
      [received("2018-07-02T09:00", due), resolved("2018-07-06T16:59")],
      [received("2018-07-02T09:00", due), resolved("2018-07-09T23:59")],
      [received("2018-07-02T09:00", due), resolved("2018-07-10T00:00")],
    ]);
    expect(total).toMatchObject({ "7": 3, "8": 1, "9": 1, "10": 1, "11": 0 });
  });

  it("12 and 13 change with what is asked as of when", () => {
    const open = [[received("2018-07-02T09:00", due)]];
    expect(form(open, { asOf: vn("2018-07-09T23:59") }).total).toMatchObject({ "11": 1, "12": 1, "13": 0 });
    expect(form(open, { asOf: vn("2018-07-10T00:00") }).total).toMatchObject({ "11": 1, "12": 0, "13": 1 });
  });

  it("by instant nothing is early", () => {
    const early = [[received("2018-07-02T09:00", dueBy("2018-07-09T09:00")), resolved("2018-07-03T09:00")]];
    expect(form(early).total).toMatchObject({ "8": 0, "9": 1 });
    expect(form(early, { onTimeBy: "date" }).total).toMatchObject({ "8": 1, "9": 0 });
  });

  it("a dossier that was not taken in is nowhere", () => {
    const { total, groups } = form([[happened("IntakeRefused", "2018-07-02T09:00", { reasons: ["notCompetent"] })]]);
    expect([total[3], groups]).toEqual([0, []]);
  });
});

describe("what the form has no column for stands in one, with a note of how many", () => {
  it("withdrawn and stopped in 9, however late", () => {
    const { total } = form([
      [received("2018-07-02T09:00", due), happened("DossierWithdrawn", "2018-07-20T09:00", {})],
      [received("2018-07-02T09:00", due), stopped("2018-07-20T09:00")],
      [received("2018-07-02T09:00", due), resolved("2018-07-09T09:00")],
    ]);
    expect(total).toMatchObject({ "7": 3, "9": 3, "10": 0, notes: { withdrawn: 1, stopped: 1 } });
  });

  it("without a due date in 9 once decided, in 12 while open", () => {
    const { total } = form([
      [received("2018-07-02T09:00", null), resolved("2018-07-20T09:00")],
      [received("2018-07-02T09:00", null)],
    ]);
    expect(total).toMatchObject({ "9": 1, "12": 1, notes: { decidedNoDeadline: 1, openNoDeadline: 1 } });
  });

  it("stopped in one month and taken up again in the next: decided in the first, received anew in the second", () => {
    const life = [[received("2018-07-02T09:00", due), stopped("2018-07-05T09:00"), resumed("2018-08-06T09:00")]];
    expect(form(life).total).toMatchObject({ "3": 1, "5": 1, "9": 1, "11": 0 });
    expect(form(life, AUGUST).total).toMatchObject({ "3": 1, "5": 1, "6": 0, "11": 1, notes: { resumed: 1 } });
  });

  it("stopped in one month and taken up again in a later one: nowhere in the month between", () => {
    const life = [[received("2018-06-04T09:00", due), stopped("2018-06-05T09:00"), resumed("2018-08-06T09:00")]];
    expect(form(life).total).toMatchObject({ "3": 0, "7": 0, "11": 0, notes: { resumed: 0 } });
  });

  it("stopped and taken up again within the month: in progress as ever", () => {
    const life = [[received("2018-07-02T09:00", due), stopped("2018-07-05T09:00"), resumed("2018-07-06T09:00")]];
    expect(form(life).total).toMatchObject({ "3": 1, "7": 0, "11": 1, notes: { resumed: 0, stopped: 0 } });
    expect(form(life, AUGUST).total).toMatchObject({ "3": 1, "6": 1, notes: { resumed: 0 } });
  });
});

describe("the rows of form II.06", () => {
  const histories = [
    [received("2018-07-02T09:00", due)],
    [received("2018-07-02T09:00", due, { procedure: { code: "2.000908", version: 1, field: "justice" } })],
    [received("2018-07-02T09:00", due, { agency: "tax office", centre: "que-vo" }), resolved("2018-07-03T09:00")],
  ];

  it("are the fields", () => {
    const { groups } = form(histories);
    expect(groups.map((row) => [row.key.field, row[3], row[7]])).toEqual([
      ["justice", 1, 0],
      ["land", 2, 1],
    ]);
  });

  it("or the fields of each agency", () => {
    const { groups } = form(histories, { by: ["agency", "field"] });
    expect(groups.map(({ key }) => [key.agency, key.field])).toEqual([
      ["land office", "justice"],
      ["land office", "land"],
      ["tax office", "land"],
    ]);
  });

  it("of one centre where it is named", () => {
    expect(form(histories, { centre: "que-vo" }).total).toMatchObject({ "3": 1, "7": 1 });
  });
});
