import { describe, expect, it } from "vitest";
import {
  catalogueReport,
  HO_CHI_MINH,
  type LocalDate,
  type ProcedureCommand,
  procedureStream,
  type StreamEvent,
} from "../../src/index.js";
import { catalogueOf, catalogueOn, procedureEventsIn, unitEventsIn } from "../support/catalogue.js";
import { days, decided, eventsOf, publish } from "../support/procedures.js";
import { established, ruled } from "../support/units.js";
import { vn } from "../support/vietnam.js";

const codeOf = (n: number) => `1.${String(n).padStart(6, "0")}`;

/**
 * A centre as the one of Bắc Ninh city came to be in 2018. Procedures 0 to 253 are in force at the end of the year: the
 * last four, of the fifteenth agency, since 15 March; 254 and 255 were repealed on 1 July.
 */
const decisionsOn = (n: number): ReadonlyArray<ProcedureCommand> => [
  publish(n >= 250 && n < 254 ? "2018-03-15" : "2018-01-01", {
    code: codeOf(n),
    agency: n >= 250 && n < 254 ? "agency-15" : `agency-${(n % 14) + 1}`,
    field: n % 2 === 0 ? "land" : "justice",
  }),
  ...(n >= 254 ? [decided("repeal", "2018-07-01", {})] : []),
  // 13 on the same day, three of them since 1 April; one more until then.
  ...(n < 13 ? [decided("declareSameDay", n < 10 ? "2018-01-01" : "2018-04-01", {})] : []),
  ...(n === 13 ? [decided("declareSameDay", "2018-01-01", {}), decided("liftSameDay", "2018-04-01", {})] : []),
  // 69 shortened: 40 since the beginning of the year, 29 since 1 July.
  ...(n >= 20 && n < 89
    ? [decided("shortenTerm", n < 60 ? "2018-01-01" : "2018-07-01", { committedTerm: days(6) })]
    : []),
  // 49 at level 3 or 4: 20 since the beginning, 29 since 1 October, that were at level 2 before.
  ...(n >= 100 && n < 120 ? [decided("setOnlineLevel", "2018-01-01", { level: 3 })] : []),
  ...(n >= 120 && n < 149
    ? [decided("setOnlineLevel", "2018-01-01", { level: 2 }), decided("setOnlineLevel", "2018-10-01", { level: 4 })]
    : []),
  // 30 on the spot since November, of which 5 lack the approval.
  ...(n >= 150 && n < 180
    ? [
        decided("designateOnSpot", "2018-11-01", {
          steps: n < 175 ? ["receive", "appraise", "approve", "deliver"] : ["receive", "appraise", "deliver"],
        }),
      ]
    : []),
];

/** Nineteen wards and communes, of twenty until two were joined on 1 July. */
const wards: ReadonlyArray<StreamEvent> = Array.from({ length: 20 }, (_, n) =>
  unitEventsIn(
    `ward-${n}`,
    established(`ward-${n}`, n < 13 ? "ward" : "commune", "city"),
    ...(n === 19 ? [ruled("dissolve", "2018-07-01", { successor: "ward-18" })] : []),
  ),
).flat();

const procedureEvents = Array.from({ length: 256 }, (_, n) => procedureEventsIn(codeOf(n), ...decisionsOn(n))).flat();
const view = catalogueOf([
  ...unitEventsIn("city", established("city", "district")),
  ...unitEventsIn("centre", established("centre", "centre", "city")),
  ...unitEventsIn("agency-99", established("agency-99", "agency", "city")),
  ...wards,
  ...procedureEvents,
]);

describe("the catalogue of a centre is that of a date", () => {
  it.each<[LocalDate, object]>([
    ["2017-12-31", { procedures: 0, agencies: 0, sameDay: 0, shortened: 0, onlineLevel34: 0, wards: 20, versions: 0 }],
    ["2018-01-01", { procedures: 252, agencies: 14, sameDay: 11, shortened: 40, onlineLevel34: 20, wards: 20 }],
    ["2018-03-14", { procedures: 252, agencies: 14, sameDay: 11, shortened: 40, versions: 252 }],
    ["2018-03-15", { procedures: 256, agencies: 15, sameDay: 11, shortened: 40, versions: 256, repealed: 0 }],
    ["2018-04-01", { procedures: 256, sameDay: 13 }],
    ["2018-06-30", { procedures: 256, shortened: 40, wards: 20, repealed: 0 }],
    ["2018-07-01", { procedures: 254, shortened: 69, wards: 19, repealed: 2, versions: 256 }],
    ["2018-09-30", { onlineLevel34: 20 }],
    ["2018-10-01", { onlineLevel34: 49 }],
    ["2018-10-31", { fourOnSpot: 0 }],
    ["2018-11-01", { fourOnSpot: 25 }],
    ["2018-12-31", { procedures: 254, agencies: 15, wards: 19, sameDay: 13, shortened: 69, onlineLevel34: 49 }],
  ])("on %s", (date, expected) => {
    const report = catalogueOn(view, date);
    expect(report.date).toBe(date);
    expect(report.total).toMatchObject(expected);
  });

  it("all figures of the end of 2018, with their shares", () => {
    expect(catalogueOn(view, "2018-12-31").total).toEqual({
      procedures: 254,
      agencies: 15,
      wards: 19,
      sameDay: 13,
      shortened: 69,
      onlineLevel34: 49,
      online: { whole: 0, partial: 0 },
      fourOnSpot: 25,
      versions: 256,
      repealed: 2,
      rates: { sameDay: 0.051181, shortened: 0.271654, onlineLevel34: 0.192913, fourOnSpot: 0.098425 },
    });
  });

  it("the levels go by other names since 15 August 2022, and stay countable by number", () => {
    expect(catalogueOn(view, "2022-08-14").total).toMatchObject({
      onlineLevel34: 49,
      online: { whole: 0, partial: 0 },
    });
    expect(catalogueOn(view, "2022-08-15").total).toMatchObject({
      onlineLevel34: 49,
      online: { whole: 29, partial: 20 },
    });
  });

  it("shares of nothing are unknown", () => {
    const { total, groups } = catalogueOn(catalogueOf([]), "2018-12-31", { by: ["agency"] });
    expect(total.rates).toEqual({ sameDay: null, shortened: null, onlineLevel34: null, fourOnSpot: null });
    expect(groups).toEqual([]);
  });
});

describe("as of an instant only what had been decided by then is known", () => {
  const foretold = catalogueOf([
    ...procedureEventsIn(
      "1.000001",
      publish("2018-01-01", { code: "1.000001", at: vn("2017-12-01T09:00") }),
      decided("shortenTerm", "2018-03-01", { at: vn("2018-05-20T09:00"), committedTerm: days(5) }),
    ),
    ...unitEventsIn(
      "ward-1",
      ruled("establish", "2018-01-01", {
        at: vn("2018-05-20T09:00"),
        code: "ward-1",
        name: "Vũ Ninh",
        kind: "ward",
      }),
    ),
  ]);
  const shortenedOn = (date: LocalDate, asOf?: string) =>
    catalogueOn(foretold, date, asOf === undefined ? {} : { asOf: vn(asOf) }).total;

  it("what was decided afterwards for an earlier day is seen from then on", () => {
    expect(shortenedOn("2018-04-01")).toMatchObject({ shortened: 1, wards: 1 });
    expect(shortenedOn("2018-04-01", "2018-05-20T08:59")).toMatchObject({ shortened: 0, wards: 0 });
    expect(shortenedOn("2018-04-01", "2018-05-20T09:00")).toMatchObject({ shortened: 1, wards: 1 });
  });

  it("the date that is counted stays that of the period, however much later it is asked", () => {
    expect(catalogueOn(foretold, "2018-02-28", { asOf: vn("2018-05-20T09:00") })).toMatchObject({
      date: "2018-02-28",
      total: { procedures: 1, shortened: 0 },
    });
  });

  it("an asked-for instant cuts the period; the last event does not", () => {
    const until2019 = { from: "2018-01-01", to: "2019-01-01" } as const;
    expect(catalogueOn(foretold, "2018-01-01", until2019).date).toBe("2018-12-31");
    const cut = catalogueOn(foretold, "2018-01-01", { ...until2019, asOf: vn("2018-02-28T23:59") });
    expect(cut).toMatchObject({ date: "2018-02-28", total: { procedures: 1, shortened: 0 } });
  });

  it("by default it is the day of the last decision", () => {
    expect(catalogueReport(foretold, { zone: HO_CHI_MINH })).toMatchObject({
      date: "2018-05-20",
      period: { from: "2017-12-01", to: "2018-05-21" },
      asOf: "2018-05-20T09:00:00.000+07:00",
    });
  });
});

describe("groups", () => {
  const on = (date: LocalDate, by: "agency" | "field" | "onlineLevel") => catalogueOn(view, date, { by: [by] }).groups;

  it("by agency: each procedure in one, the agencies in order", () => {
    const groups = on("2018-12-31", "agency");
    expect(groups).toHaveLength(15);
    expect(groups.map(({ key }) => key.agency)).toEqual(groups.map(({ key }) => key.agency).toSorted());
    expect(groups.reduce((sum, { procedures }) => sum + procedures, 0)).toBe(254);
    expect(groups.find(({ key }) => key.agency === "agency-15")).toMatchObject({ procedures: 4, agencies: 1 });
  });

  it("by online level: those without one last", () => {
    expect(on("2018-12-31", "onlineLevel").map(({ key, procedures }) => [key.onlineLevel, procedures])).toEqual([
      ["3", 20],
      ["4", 29],
      [null, 205],
    ]);
    expect(on("2018-09-30", "onlineLevel").map(({ key, procedures }) => [key.onlineLevel, procedures])).toEqual([
      ["2", 29],
      ["3", 20],
      [null, 205],
    ]);
  });

  it("by field: what was repealed is still in its group", () => {
    expect(on("2018-12-31", "field")).toMatchObject([
      { key: { field: "justice" }, procedures: 127, repealed: 1, versions: 128 },
      { key: { field: "land" }, procedures: 127, repealed: 1, versions: 128 },
    ]);
  });

  it("by two at once", () => {
    const { groups } = catalogueOn(view, "2018-12-31", { by: ["field", "onlineLevel"] });
    expect(groups.map(({ key }) => [key.field, key.onlineLevel])).toEqual([
      ["justice", "3"],
      ["justice", "4"],
      ["justice", null],
      ["land", "3"],
      ["land", "4"],
      ["land", null],
    ]);
  });
});

it("a version that has another agency moves its procedure from its day on", () => {
  const [code, ...versions] = [
    "1.000001",
    publish("2018-01-01"),
    publish("2018-07-01", { agency: "tax office" }),
  ] as const;
  const events = eventsOf(...versions).map((event): StreamEvent => ({ ...event, stream: procedureStream(code) }));
  const agenciesOn = (date: LocalDate) =>
    catalogueOn(catalogueOf(events), date, { by: ["agency"] }).groups.map(({ key, versions: n }) => [key.agency, n]);
  expect(agenciesOn("2018-06-30")).toEqual([["land office", 1]]);
  expect(agenciesOn("2018-07-01")).toEqual([["tax office", 2]]);
});
