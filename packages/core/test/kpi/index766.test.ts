import { describe, expect, it } from "vitest";
import {
  INDICATOR_766_IDS,
  type Index766Figures,
  type Index766Query,
  type IndexViews,
  type Indicator766Id,
  index766Report,
  type ProcedureCommand,
  rowsOf as rowsIn,
  VIETNAM,
} from "../../src/index.js";
import { catalogueOf, procedureEventsIn, unitEventsIn } from "../support/catalogue.js";
import { type History, happened, received, resolved, rowsOf } from "../support/figures.js";
import { viewsOf } from "../support/index-views.js";
import { petitioned } from "../support/petition.js";
import { handled } from "../support/petition-view.js";
import { days, decided, publish } from "../support/procedures.js";
import { established } from "../support/units.js";
import { dueOn, vn } from "../support/vietnam.js";

const q3: Index766Query = {
  zone: VIETNAM.zone,
  calendar: VIETNAM,
  onTimeBy: "auto",
  from: "2018-07-01",
  to: "2018-10-01",
  asOf: vn("2018-12-31T00:00"),
};

const figuresOf = (views: Partial<IndexViews>, query: Partial<Index766Query> = {}) =>
  index766Report(viewsOf(views), { ...q3, ...query }).total;
const one = ({ indicators }: Index766Figures, id: Indicator766Id) => {
  const { numerator, denominator, value, missing } = indicators.find((each) => each.id === id) ?? {};
  return missing === null ? [numerator, denominator, value] : missing;
};
/** Numerator, denominator and value of an indicator over these dossiers, or why there is none. */
const ofDossiers = (id: Indicator766Id, histories: ReadonlyArray<History>, query: Partial<Index766Query> = {}) =>
  one(figuresOf({ dossiers: rowsOf(...histories) }, query), id);

const due = dueOn("2018-07-09");
const asked = (time: string, others = {}) => happened("SupplementRequested", time, { items: [], ...others });
const handedIn = (time: string) => happened("SupplementReceived", time, { clock: "pause" });
const ON_TIME = [1, 1, 1];
const OVERDUE = [0, 1, 0];

describe("2.1: ended in time, or in progress within term, of all that were received or handled", () => {
  it("by the day of the decision beside the promised one", () => {
    expect(ofDossiers("2.1", [[received("2018-07-02T09:00", due), resolved("2018-07-09T23:59")]])).toEqual(ON_TIME);
    expect(ofDossiers("2.1", [[received("2018-07-02T09:00", due), resolved("2018-07-10T00:00")]])).toEqual(OVERDUE);
  });

  it("open within term is on time, open past it is not", () => {
    const open = [[received("2018-07-02T09:00", due)]];
    expect(ofDossiers("2.1", open, { asOf: vn("2018-07-09T23:59") })).toEqual(ON_TIME);
    expect(ofDossiers("2.1", open)).toEqual(OVERDUE);
  });

  it("stopped and withdrawn dossiers end too", () => {
    const stopped = (time: string) => happened("ProcessingStopped", time, { reason: "court" });
    const withdrawn = (time: string) => happened("DossierWithdrawn", time, {});
    const lives = [stopped("2018-07-09T09:00"), stopped("2018-07-10T09:00"), withdrawn("2018-07-03T09:00")].map(
      (end) => [received("2018-07-02T09:00", due), end],
    );
    expect(ofDossiers("2.1", lives)).toEqual([2, 3, 0.666667]);
  });

  it("of several ends the decision goes first, then the result returned, then stopping", () => {
    const returned = (time: string) => happened("ResultReturned", time, { method: "counter" });
    const stopped = happened("ProcessingStopped", "2018-07-20T09:00", { reason: "lost" });
    const reception = received("2018-07-02T09:00", due);
    expect(ofDossiers("2.1", [[reception, resolved("2018-07-09T09:00"), returned("2018-07-20T09:00")]])).toEqual(
      ON_TIME,
    );
    expect(ofDossiers("2.1", [[reception, returned("2018-07-03T09:00"), resolved("2018-07-20T09:00")]])).toEqual(
      OVERDUE,
    );
    expect(ofDossiers("2.1", [[reception, returned("2018-07-03T09:00"), stopped]])).toEqual(ON_TIME);
    expect(ofDossiers("2.1", [[reception, stopped]])).toEqual(OVERDUE);
  });

  it("of a decided dossier that the result was returned adds nothing to its row", () => {
    const returned = happened("ResultReturned", "2018-07-20T09:00", { method: "counter" });
    const marksOf = (...life: History) =>
      [...rowsIn(rowsOf(life))].flatMap(({ marks }) => marks.map(({ kind }) => kind));
    expect(marksOf(received("2018-07-02T09:00"), resolved("2018-07-09T09:00"), returned)).toEqual([]);
    expect(marksOf(received("2018-07-02T09:00"), returned)).toEqual(["returned"]);
  });

  it("one that still waits for a supplement ended when it was first asked for", () => {
    const reception = received("2018-07-02T09:00", due);
    expect(ofDossiers("2.1", [[reception, asked("2018-07-09T09:00")]])).toEqual(ON_TIME);
    expect(ofDossiers("2.1", [[reception, asked("2018-07-10T09:00")]])).toEqual(OVERDUE);
  });

  it("stopped because the supplement never came, it ended when that was asked for", () => {
    const reception = received("2018-07-02T09:00", due);
    const expired = happened("SupplementExpired", "2018-08-20T09:00", {});
    expect(ofDossiers("2.1", [[reception, asked("2018-07-09T09:00"), expired]])).toEqual(ON_TIME);
    expect(ofDossiers("2.1", [[reception, asked("2018-07-10T09:00"), expired]])).toEqual(OVERDUE);
  });

  it("asked for more than one supplement it is overdue, though it ended in time", () => {
    const reception = received("2018-07-02T09:00", due);
    const once = [reception, asked("2018-07-03T09:00"), handedIn("2018-07-04T09:00")];
    expect(ofDossiers("2.1", [[...once, resolved("2018-07-06T09:00")]])).toEqual(ON_TIME);
    const twice = [...once, asked("2018-07-05T09:00"), handedIn("2018-07-05T10:00")];
    expect(ofDossiers("2.1", [[...twice, resolved("2018-07-06T09:00")]])).toEqual(OVERDUE);
  });

  it("a second request after the period is not known in it", () => {
    const life = [
      received("2018-09-24T09:00", dueOn("2018-10-05")),
      asked("2018-09-25T09:00"),
      handedIn("2018-09-26T09:00"),
      asked("2018-10-02T09:00"),
    ];
    expect(ofDossiers("2.1", [life])).toEqual(ON_TIME);
    expect(ofDossiers("2.1", [life], { from: "2018-10-01", to: "2018-11-01" })).toEqual(OVERDUE);
  });

  it("without a due date the legal term is compared, without the waiting", () => {
    const reception = received("2018-07-02T09:00", null, { legalTerm: days(5) });
    expect(ofDossiers("2.1", [[reception, resolved("2018-07-09T09:00")]])).toEqual(ON_TIME);
    expect(ofDossiers("2.1", [[reception, resolved("2018-07-10T09:00")]])).toEqual(OVERDUE);
    const waited = [reception, asked("2018-07-03T09:00"), handedIn("2018-07-06T09:00")];
    expect(ofDossiers("2.1", [[...waited, resolved("2018-07-12T09:00")]])).toEqual(ON_TIME);
    expect(ofDossiers("2.1", [[...waited, resolved("2018-07-13T09:00")]])).toEqual(OVERDUE);
  });

  it("without a legal term either it is in no figure, and counted", () => {
    const figures = figuresOf({ dossiers: rowsOf([received("2018-07-02T09:00", null)]) });
    expect([one(figures, "2.1"), figures.unjudged]).toEqual(["nothingToDivideBy", 1]);
  });

  it("what ended before the period is not in it, what was carried over is", () => {
    const lives = [
      [received("2018-05-02T09:00", dueOn("2018-05-09")), resolved("2018-05-08T09:00")],
      [received("2018-05-02T09:00", dueOn("2018-05-09")), resolved("2018-07-08T09:00")],
    ];
    expect(ofDossiers("2.1", lives)).toEqual(OVERDUE);
  });
});

describe("2.2: the average time from reception to decision", () => {
  it("of dossiers received in the period, whenever they were decided, without the waiting for supplements", () => {
    const lives = [
      [received("2018-09-24T09:00"), resolved("2018-10-04T09:00")],
      [
        received("2018-07-02T09:00"),
        asked("2018-07-03T09:00"),
        handedIn("2018-07-05T09:00"),
        resolved("2018-07-06T09:00"),
      ],
      [received("2018-06-01T09:00"), resolved("2018-07-06T09:00")],
      [received("2018-07-02T09:00")],
    ];
    expect(ofDossiers("2.2", lives)).toEqual([12, 2, 6]);
  });
});

describe("3: online", () => {
  const procedure = (code: string, level: 2 | 3 | 4, ...more: ReadonlyArray<ProcedureCommand>) =>
    procedureEventsIn(
      code,
      publish("2018-01-01", { code }),
      decided("setOnlineLevel", "2018-01-01", { level }),
      ...more,
    );
  const catalogue = catalogueOf([
    ...procedure("1", 3),
    ...procedure("2", 4),
    ...procedure("3", 2),
    ...procedure("4", 2),
    ...procedure("5", 4, decided("repeal", "2018-09-30", {})),
  ]);
  const filed = (code: string, channel: "online" | "inPerson" | "postal" = "online", time = "2018-07-02T09:00") => [
    received(time, due, { channel, procedure: { code, version: 1, field: "land" } }),
  ];

  it("3.1: procedures at level 3 or 4 on the last day, of those in force; all its marks from 80 %", () => {
    const { indicators } = figuresOf({ catalogue });
    expect(indicators.find(({ id }) => id === "3.1")).toMatchObject({
      numerator: 2,
      denominator: 4,
      value: 0.5,
      fullMarksAt: 0.8,
      marks: 0.625,
    });
  });

  it("3.2: those of them for which something came in online", () => {
    const dossiers = rowsOf(filed("1"), filed("2", "inPerson"), filed("3"), filed("2", "online", "2018-10-01T00:00"));
    expect(one(figuresOf({ catalogue, dossiers }), "3.2")).toEqual([1, 2, 0.5]);
  });

  it("3.3: dossiers received online; all its marks from 50 %", () => {
    const half = figuresOf({ dossiers: rowsOf(filed("1"), filed("1"), filed("1", "postal")) });
    expect(one(half, "3.3")).toEqual([2, 3, 0.666667]);
    expect(half.indicators.find(({ id }) => id === "3.3")?.marks).toBe(1);
  });

  it("3.6: paid online, of those for which something was to be paid", () => {
    const money = { charge: "fee", amount: { kind: "fee", minor: 15_000, currency: "VND" }, unit: "one-stop" } as const;
    const charged = happened("ChargeAssessed", "2018-07-02T09:01", { ...money, name: "phí", basis: "TT 250/2016" });
    const paid = (method: "cash" | "online") =>
      happened("PaymentCollected", "2018-07-02T09:02", {
        ...money,
        method,
        receipt: { form: "01", symbol: "AA", serial: "1" },
      });
    const lives = [
      [received("2018-07-02T09:00"), charged, paid("online"), paid("cash")],
      [received("2018-07-02T09:00"), charged, paid("cash")],
      [received("2018-07-02T09:00"), charged],
      [received("2018-07-02T09:00")],
    ];
    expect(ofDossiers("3.6", lives)).toEqual([1, 3, 0.333333]);
  });
});

describe("5: petitions and satisfaction", () => {
  const q1 = { from: "2023-01-01", to: "2023-04-01", asOf: vn("2023-06-30T12:00") } as const;
  const lodged = (fields = {}) => petitioned("lodge", "2023-03-06T09:00", fields);
  const petitions = handled(
    [lodged(), petitioned("classify", "2023-03-06T10:00"), petitioned("answer", "2023-03-27T09:00")],
    [lodged(), petitioned("answer", "2023-03-28T09:00")],
    [lodged(), petitioned("answer", "2023-03-10T09:00"), petitioned("reopen", "2023-03-13T09:00")],
    [petitioned("lodge", "2023-03-20T09:00")],
    [petitioned("lodge", "2023-02-06T09:00")],
    [petitioned("lodge", "2022-11-07T09:00"), petitioned("answer", "2022-11-08T09:00")],
  );

  it("5.1: those classified, of those lodged", () => {
    expect(one(figuresOf({ petitions }, q1), "5.1")).toEqual([1, 5, 0.2]);
  });

  it("5.2: answered in time or open within term", () => {
    expect(one(figuresOf({ petitions }, q1), "5.2")).toEqual([3, 5, 0.6]);
  });

  it("5.3: neither overdue nor taken up again, each once", () => {
    expect(one(figuresOf({ petitions }, q1), "5.3")).toEqual([2, 5, 0.4]);
  });

  it("5.4: 100 % less the overdue, less those petitioned about or disliked; all its marks from 90 %", () => {
    const rated = (score: number) =>
      happened("SatisfactionRated", "2018-07-10T09:00", { score, scale: 5, aspect: "overall" });
    const kept = [received("2018-07-02T09:00", due), resolved("2018-07-09T09:00")];
    const dossiers = rowsOf([...kept, rated(2)], [...kept, rated(3)], kept, [
      received("2018-07-02T09:00", due),
      resolved("2018-07-10T09:00"),
    ]);
    const about = handled([petitioned("lodge", "2018-07-12T09:00", { dossier: "2", about: "dossier" })]);
    expect(one(figuresOf({ dossiers }), "5.4")).toEqual([2, 4, 0.5]);
    expect(one(figuresOf({ dossiers, petitions: about }), "5.4")).toEqual([1, 4, 0.25]);
    const { indicators } = figuresOf({ dossiers: rowsOf(kept) });
    expect(indicators.find(({ id }) => id === "5.4")).toMatchObject({ value: 1, fullMarksAt: 0.9, marks: 1 });
  });

  it("5.4: late and disliked is subtracted twice, as the formula is written, but never below none", () => {
    const late = [
      received("2018-07-02T09:00", due),
      resolved("2018-07-10T09:00"),
      happened("SatisfactionRated", "2018-07-10T09:00", { score: 1, scale: 5, aspect: "overall" }),
    ];
    const kept = [received("2018-07-02T09:00", due), resolved("2018-07-09T09:00")];
    expect(ofDossiers("5.4", [late, kept, kept])).toEqual([1, 3, 0.333333]);
    expect(ofDossiers("5.4", [late])).toEqual([0, 1, 0]);
  });
});

describe("what the log holds no facts of", () => {
  const nothing = figuresOf({});

  it("is there, without a value and with a reason, not 0", () => {
    expect(nothing.indicators.map(({ id }) => id)).toEqual(INDICATOR_766_IDS);
    for (const { value, missing } of nothing.indicators) expect([value, missing === null]).toEqual([null, false]);
    expect(["1.1", "1.4", "3.5", "4.2"].map((id) => one(nothing, id as Indicator766Id))).toEqual(
      Array.from({ length: 4 }, () => "notRecorded"),
    );
  });

  it("lowers what could be attained, out of 100", () => {
    expect([nothing.maximum, nothing.attainableMaximum]).toEqual([100, 0]);
    const some = figuresOf({ dossiers: rowsOf([received("2018-07-02T09:00", due)]) });
    // Progress 20, online services 12 and satisfaction 18: nothing was to be paid.
    expect(some.attainableMaximum).toBe(50);
  });

  it("every indicator names what is divided by what, and its source", () => {
    for (const { numeratorIs, denominatorIs, source } of nothing.indicators)
      for (const text of [numeratorIs, denominatorIs, source]) expect(text.length).toBeGreaterThan(5);
  });
});

describe("groups have what can be told of them", () => {
  const catalogue = catalogueOf([
    ...unitEventsIn("city", established("city", "district")),
    ...unitEventsIn("bac-ninh", established("bac-ninh", "centre", "city")),
    ...unitEventsIn("land office", established("land office", "agency", "bac-ninh")),
    ...procedureEventsIn("1.001776", publish("2018-01-01"), decided("setOnlineLevel", "2018-01-01", { level: 3 })),
    ...procedureEventsIn("9", publish("2018-01-01", { code: "9", agency: "tax office", field: "tax" })),
  ]);
  const dossiers = rowsOf([received("2018-07-02T09:00", due)], [received("2018-07-02T09:00", due, { unit: "ward" })]);
  const petitions = handled(
    [petitioned("lodge", "2018-07-02T09:00")],
    [petitioned("lodge", "2018-07-02T09:00", { centre: "que-vo", unit: "elsewhere" })],
  );
  const by = (dimension: NonNullable<Index766Query["by"]>[number], value: string) => {
    const { groups } = index766Report(viewsOf({ catalogue, dossiers, petitions }), { ...q3, by: [dimension] });
    return groups.find(({ key }) => key[dimension] === value) as Index766Figures;
  };

  it("an agency has its procedures, and no petitions of its own", () => {
    expect(one(by("agency", "land office"), "3.1")).toEqual([1, 1, 1]);
    expect(one(by("agency", "land office"), "5.1")).toBe("notOfTheseGroups");
  });

  it("a unit has its petitions, and no procedures of its own", () => {
    expect(one(by("unit", "one-stop"), "5.1")).toEqual([0, 1, 0]);
    expect(one(by("unit", "ward"), "5.1")).toBe("nothingToDivideBy");
    expect(one(by("unit", "one-stop"), "3.1")).toBe("notOfTheseGroups");
  });

  it("a centre has both; asked for alone, it has the same", () => {
    expect(one(by("centre", "bac-ninh"), "3.1")).toEqual([1, 1, 1]);
    expect(one(by("centre", "bac-ninh"), "5.1")).toEqual([0, 1, 0]);
    const alone = index766Report(viewsOf({ catalogue, dossiers, petitions }), { ...q3, centre: "bac-ninh" });
    expect({ key: { centre: "bac-ninh" }, ...alone.total }).toEqual(by("centre", "bac-ninh"));
  });

  it("their dossiers add up to the whole", () => {
    expect(one(by("unit", "ward"), "2.1")).toEqual([0, 1, 0]);
    expect(one(by("unit", "one-stop"), "2.1")).toEqual([0, 1, 0]);
    expect(one(figuresOf({ dossiers }), "2.1")).toEqual([0, 2, 0]);
  });
});
