import { describe, expect, it } from "vitest";
import { type IndicatorsQuery, indicatorsReport, type LocalDate, VIETNAM } from "../../src/index.js";
import { happened, received, resolved, rowsOf } from "../support/figures.js";
import { dueOn, vn } from "../support/vietnam.js";

const query: IndicatorsQuery = { zone: VIETNAM.zone, onTimeBy: "auto" };

const view = rowsOf(
  [received("2018-06-30T23:59"), resolved("2018-07-03T09:00")],
  [received("2018-07-01T00:00", dueOn("2018-07-04"), { agency: "tax office" }), resolved("2018-07-05T09:00")],
  [received("2018-07-02T09:00"), resolved("2018-08-01T00:00")],
  [received("2018-08-03T09:00", null, { channel: "other", sourceChannel: "e-mail" })],
  [
    happened("DossierSubmitted", "2018-06-25T09:00", {
      subjectRef: "s",
      procedure: "p",
      centre: "c",
      channel: "online",
    }),
  ],
);

describe("the period of a report", () => {
  it("is by default from the day of the first event through that of the last", () => {
    const { period, asOf, total } = indicatorsReport(view, query);
    expect(period).toEqual({ from: "2018-06-25", to: "2018-08-04", timeZone: "Asia/Ho_Chi_Minh" });
    expect(asOf).toBe("2018-08-03T09:00:00.000+07:00");
    expect(total).toMatchObject({ received: 4, carriedOver: 0, resolved: { total: 3 }, inProgress: { total: 1 } });
  });

  it("can be given, up to but without its end", () => {
    const july = indicatorsReport(view, { ...query, from: "2018-07-01", to: "2018-08-01" });
    expect(july.total).toMatchObject({ received: 2, carriedOver: 1, resolved: { total: 2 }, inProgress: { total: 1 } });
  });

  it("of nothing at all is empty", () => {
    const { total, groups } = indicatorsReport(rowsOf(), { ...query, by: ["agency"] });
    expect(total).toMatchObject({ received: 0, resolved: { total: 0 }, inProgress: { total: 0 } });
    expect(groups).toEqual([]);
  });
});

describe("months are local", () => {
  const byMonth = indicatorsReport(view, { ...query, by: ["month"] });

  it("received at 00:00 on 1 July in Vietnam, which is still June in UTC, belongs to July", () => {
    expect(byMonth.groups.map(({ key, received: count }) => [key.month, count])).toEqual([
      ["2018-06", 1],
      ["2018-07", 2],
      ["2018-08", 1],
    ]);
  });

  it.each<[number, LocalDate, LocalDate]>([
    [0, "2018-06-25", "2018-07-01"],
    [1, "2018-07-01", "2018-08-01"],
    [2, "2018-08-01", "2018-08-04"],
  ])("group %d is the report from %s to %s: received and resolved each in its own", (n, from, to) => {
    const alone = indicatorsReport(view, { ...query, from, to, asOf: vn("2018-08-03T09:00") });
    const { key: _, ...figures } = byMonth.groups[n] ?? { key: {} };
    expect(alone.total).toMatchObject(figures);
    expect(byMonth.groups).toHaveLength(3);
  });
});

it("the last month is cut to the period: what came after its end is not seen", () => {
  const { groups } = indicatorsReport(view, { ...query, from: "2018-07-01", to: "2018-07-04", by: ["month"] });
  expect(groups).toMatchObject([{ key: { month: "2018-07" }, resolved: { total: 1 }, inProgress: { total: 2 } }]);
});

describe("groups", () => {
  it("are in the order of their keys, those that are unknown last", () => {
    const assigned = happened("HandlerAssigned", "2018-07-02T10:00", { handler: "b", agency: "land office" });
    const other = happened("HandlerAssigned", "2018-07-02T10:00", { handler: "a", agency: "land office" });
    const rows = rowsOf(
      [received("2018-07-02T09:00")],
      [received("2018-07-02T09:00"), assigned],
      [received("2018-07-02T09:00"), other],
    );
    const { groups } = indicatorsReport(rows, { ...query, by: ["handler"] });
    expect(groups.map(({ key }) => key)).toEqual([{ handler: "a" }, { handler: "b" }, { handler: null }]);
  });

  it("keep the channel of an imported log in its own words", () => {
    const { groups } = indicatorsReport(view, { ...query, by: ["channel"] });
    expect(groups.map(({ key }) => key.channel)).toEqual(["e-mail", "inPerson"]);
  });

  it("by several dimensions have all their keys, in the order asked for", () => {
    const { groups } = indicatorsReport(view, {
      ...query,
      by: ["month", "agency"],
      from: "2018-07-01",
      to: "2018-08-01",
    });
    expect(groups.map(({ key, received: count }) => [Object.entries(key).flat(), count])).toEqual([
      [["month", "2018-07", "agency", "land office"], 1],
      [["month", "2018-07", "agency", "tax office"], 1],
    ]);
  });
});

describe("an average a day says by which days", () => {
  const perDay = (over: Partial<IndicatorsQuery>) =>
    indicatorsReport(view, { ...query, from: "2018-07-02", to: "2018-07-14", ...over }).total.perDay;

  it("calendar days, working days, days with intake", () => {
    expect(perDay({ calendar: VIETNAM })).toEqual({
      calendarDays: { days: 12, received: 0.083333 },
      workingDays: { days: 10, received: 0.1 },
      daysWithIntake: { days: 1, received: 1 },
    });
  });

  it("without a calendar, or out of its years, working days are unknown", () => {
    expect(perDay({}).workingDays).toBeNull();
    expect(perDay({ calendar: VIETNAM, from: "2017-12-01" }).workingDays).toBeNull();
  });

  it("the first day of the calendar can be counted", () => {
    expect(perDay({ calendar: VIETNAM, from: "2018-01-01", to: "2019-01-01" }).workingDays).toMatchObject({
      days: 250,
    });
  });

  it("as of an instant within the period, the days up to it", () => {
    expect(perDay({ asOf: vn("2018-07-04T09:00") }).calendarDays).toEqual({ days: 3, received: 0.333333 });
  });

  it("over no days there is no average", () => {
    expect(perDay({ from: "2018-07-10", to: "2018-07-15" }).daysWithIntake).toEqual({ days: 0, received: null });
  });
});
