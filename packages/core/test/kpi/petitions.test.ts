import { describe, expect, it } from "vitest";
import {
  dossiersComplainedOf,
  type PetitionCommand,
  type PetitionFigures,
  type PetitionsQuery,
  petitionScore,
  petitionsReport,
  VIETNAM,
} from "../../src/index.js";
import { petitioned } from "../support/petition.js";
import { handled } from "../support/petition-view.js";
import { dueOn, vn } from "../support/vietnam.js";

// Lodged on Monday 6 March 2023: the answer is due on Monday the 27th, in the first quarter.
const lodged = petitioned("lodge", "2023-03-06T09:00");
const q1 = { zone: VIETNAM.zone, from: "2023-01-01", to: "2023-04-01", asOf: vn("2023-06-30T12:00") } as const;
const q2 = { ...q1, from: "2023-04-01", to: "2023-07-01" } as const;

const over = (query: PetitionsQuery, ...lives: ReadonlyArray<ReadonlyArray<PetitionCommand>>) =>
  petitionsReport(handled(...lives), query).total;

describe("the answer is on time through the whole of its last day (QĐ 766)", () => {
  it.each([
    ["2023-03-27T23:59:59.999", { total: 1, onTime: 1, late: 0 }],
    ["2023-03-28T00:00", { total: 1, onTime: 0, late: 1 }],
  ])("%s", (time, answered) => {
    expect(over(q1, [lodged, petitioned("answer", time)]).answered).toMatchObject(answered);
  });

  it("in progress it is overdue from the midnight after it", () => {
    const lives = [lodged, petitioned("classify", "2023-03-06T10:00")];
    const at = (asOf: string) => over({ ...q1, asOf: vn(asOf) }, lives).inProgress;
    expect(at("2023-03-27T23:59:59.999")).toEqual({ total: 1, withinTerm: 1, overdue: 0, noDeadline: 0 });
    expect(at("2023-03-28T00:00")).toEqual({ total: 1, withinTerm: 0, overdue: 1, noDeadline: 0 });
    expect(over({ ...q1, to: "2023-03-28" }, lives).inProgress.overdue).toBe(1);
  });

  it("waiting for a supplement the term stands still", () => {
    const lives = [lodged, petitioned("askSupplement", "2023-03-08T09:00")];
    expect(over(q2, lives).inProgress).toMatchObject({ withinTerm: 1, overdue: 0 });
    const late = [
      ...lives,
      petitioned("receiveSupplement", "2023-03-15T09:00"),
      petitioned("answer", "2023-04-04T09:00"),
    ];
    expect(over(q2, late).answered).toMatchObject({ late: 1 });
    const onTime = [...late.slice(0, 3), petitioned("answer", "2023-04-03T23:00")];
    expect(over(q2, onTime).answered).toMatchObject({ onTime: 1 });
  });

  it("an answer in the time of waiting is held against the day on which the waiting began", () => {
    const waiting = [lodged, petitioned("askSupplement", "2023-03-08T09:00")];
    expect(over(q2, [...waiting, petitioned("answer", "2023-05-08T09:00")]).answered).toMatchObject({
      onTime: 1,
      late: 0,
    });
    const tooLate = [lodged, petitioned("askSupplement", "2023-03-28T09:00"), petitioned("answer", "2023-05-08T09:00")];
    expect(over(q2, tooLate).answered).toMatchObject({ onTime: 0, late: 1 });
  });

  it("refused while it waited and taken up again, it waits no longer", () => {
    const again = [
      lodged,
      petitioned("askSupplement", "2023-03-08T09:00"),
      petitioned("refuse", "2023-03-20T09:00"),
      petitioned("reopen", "2023-04-03T09:00"),
    ];
    expect(over({ ...q2, asOf: vn("2023-04-24T23:59") }, again).inProgress).toMatchObject({
      withinTerm: 1,
      overdue: 0,
    });
    expect(over({ ...q2, asOf: vn("2023-04-25T00:00") }, again).inProgress).toMatchObject({
      withinTerm: 0,
      overdue: 1,
    });
  });

  it("where no term is known there is neither on time nor late", () => {
    const life = [petitioned("lodge", "2022-03-07T09:00"), petitioned("answer", "2022-12-01T09:00")];
    const { answered, rates } = over({ ...q1, from: "2022-01-01" }, life);
    expect(answered).toEqual({ total: 1, onTime: 0, late: 0, noDeadline: 1 });
    expect(rates.answeredOnTimeOfAnswered).toBeNull();
    expect(over({ ...q1, from: "2022-01-01" }, life.slice(0, 1)).inProgress.noDeadline).toBe(1);
  });
});

describe("every petition comes in once and is in one place", () => {
  const lives = [
    [lodged],
    [lodged, petitioned("answer", "2023-03-20T09:00")],
    [lodged, petitioned("refuse", "2023-03-07T09:00")],
    [lodged, petitioned("withdraw", "2023-03-07T09:00")],
    [lodged, petitioned("forward", "2023-03-07T09:00", { answer: "there" })],
    [lodged, petitioned("forward", "2023-03-07T09:00")],
    [lodged, petitioned("answer", "2023-03-20T09:00"), petitioned("reopen", "2023-04-03T09:00")],
    [petitioned("lodge", "2023-05-04T09:00")],
  ];

  it("in the quarter in which it was lodged", () => {
    expect(over(q1, ...lives)).toMatchObject({
      lodged: 7,
      carriedOver: 0,
      reopened: 0,
      answered: { total: 2 },
      refused: 1,
      withdrawn: 1,
      passedOn: 1,
      inProgress: { total: 2 },
      forwarded: 2,
      reopenings: 0,
    });
  });

  it("in the next: what was open is carried over, what was taken up again comes in again", () => {
    expect(over(q2, ...lives)).toMatchObject({
      lodged: 1,
      carriedOver: 2,
      reopened: 1,
      answered: { total: 0 },
      inProgress: { total: 4 },
      reopenings: 1,
      forwarded: 0,
    });
  });

  it("taken up again in the period of its lodging it has come in once", () => {
    const again = [lodged, petitioned("answer", "2023-03-20T09:00"), petitioned("reopen", "2023-03-21T09:00")];
    expect(over(q1, again)).toMatchObject({ lodged: 1, reopened: 0, reopenings: 1, inProgress: { total: 1 } });
  });

  it("taken up again it has a term anew", () => {
    const again = [lodged, petitioned("answer", "2023-03-28T09:00"), petitioned("reopen", "2023-04-03T09:00")];
    expect(over(q2, [...again, petitioned("answer", "2023-04-24T09:00")]).answered).toMatchObject({ onTime: 1 });
  });
});

describe("prolonged petitions are flagged in the figures (TT 01/2018/TT-VPCP, Đ13)", () => {
  const prolonged = petitioned("prolong", "2023-03-24T09:00", { to: dueOn("2023-03-30") });

  it.each([
    ["2023-03-27T17:00", { onTime: 1, late: 0 }, { petitions: 1, lateButWithinNewDate: 0 }],
    ["2023-03-30T17:00", { onTime: 0, late: 1 }, { petitions: 1, lateButWithinNewDate: 1 }],
    ["2023-03-31T00:00", { onTime: 0, late: 1 }, { petitions: 1, lateButWithinNewDate: 0 }],
  ])("answered at %s, by the term and by the new date", (time, answered, counts) => {
    const figures = over(q1, [lodged, prolonged, petitioned("answer", time)]);
    expect(figures.answered).toMatchObject(answered);
    expect(figures.prolonged).toEqual(counts);
  });

  it("prolonging after the answer, when it was taken up again, excuses nothing before", () => {
    const life = [lodged, petitioned("answer", "2023-03-30T09:00"), petitioned("reopen", "2023-04-03T09:00")];
    const later = [...life, petitioned("prolong", "2023-04-04T09:00", { to: dueOn("2023-06-30") })];
    expect(over(q1, later).prolonged).toEqual({ petitions: 0, lateButWithinNewDate: 0 });
  });
});

describe("answers are published within two working days (QĐ 766)", () => {
  const answered = petitioned("answer", "2023-03-16T15:00");

  it.each([
    ["2023-03-20T23:59", { published: 1, publishedLate: 0 }, 1],
    ["2023-03-21T00:00", { published: 1, publishedLate: 1 }, 0],
  ])("%s", (time, counts, rate) => {
    const figures = over(q1, [lodged, answered, petitioned("publishAnswer", time)]);
    expect(figures).toMatchObject(counts);
    expect(figures.rates.publishedOnTimeOfPublished).toBe(rate);
  });

  it("each in the period in which it was made public", () => {
    const life = [lodged, answered, petitioned("publishAnswer", "2023-04-01T00:00")];
    expect(over(q1, life).published).toBe(0);
    expect(over(q2, life).published).toBe(1);
  });
});

describe("a later verdict changes a quarter that was published already", () => {
  const life = [
    petitioned("lodge", "2023-03-06T09:00", { dossier: "17" }),
    petitioned("judge", "2023-03-20T09:00", { verdict: "founded" }),
    petitioned("answer", "2023-03-24T09:00"),
    petitioned("judge", "2023-05-10T09:00", { verdict: "unfounded" }),
  ];
  const asOf = (time: string) => over({ ...q1, asOf: vn(time) }, life);

  it("as it was known when the quarter ended, and as it is known since", () => {
    expect(asOf("2023-03-19T09:00")).toMatchObject({ founded: 0, unfounded: 0 });
    expect(asOf("2023-04-05T09:00")).toMatchObject({ founded: 1, unfounded: 0 });
    expect(asOf("2023-05-10T09:00")).toMatchObject({ founded: 0, unfounded: 1, rates: { unfoundedOfLodged: 1 } });
  });

  it("and changes nothing else of it", () => {
    const { founded: _, unfounded: __, rates: ___, ...before } = asOf("2023-04-05T09:00");
    expect(asOf("2023-05-10T09:00")).toMatchObject(before);
  });

  it("belongs to the quarter in which the petition was lodged", () => {
    expect(over(q2, life)).toMatchObject({ lodged: 0, unfounded: 0 });
  });

  it("a false complaint does not count against the dossier (index 7)", () => {
    const view = handled(life);
    expect([...dossiersComplainedOf(view, vn("2023-05-10T08:59"))]).toEqual(["17"]);
    expect([...dossiersComplainedOf(view, vn("2023-05-10T09:00"))]).toEqual([]);
    expect([...dossiersComplainedOf(view, vn("2023-03-06T08:59"))]).toEqual([]);
  });

  it("nor does one about a regulation, unless it is about harassment", () => {
    const about = (fields: object) => handled([petitioned("lodge", "2023-03-06T09:00", { dossier: "17", ...fields })]);
    const later = vn("2023-06-30T12:00");
    expect(dossiersComplainedOf(about({ about: "regulation" }), later).size).toBe(0);
    expect(dossiersComplainedOf(about({ about: "other", category: "harassment" }), later).size).toBe(1);
  });
});

describe("the score for petitions (TT 01/2018/TT-VPCP, Đ13, index 8)", () => {
  const answered = (time: string) => [lodged, petitioned("answer", time)];
  const onTime = answered("2023-03-20T09:00");
  const late = answered("2023-03-28T09:00");
  const times = (n: number, life: ReadonlyArray<PetitionCommand>) => Array.from({ length: n }, () => life);
  const score = (...lives: ReadonlyArray<ReadonlyArray<PetitionCommand>>) => petitionScore(over(q1, ...lives));

  it.each<[string, ReadonlyArray<ReadonlyArray<PetitionCommand>>, ReturnType<typeof petitionScore>]>([
    ["none at all", [], 2],
    ["all in time", times(3, onTime), 2],
    ["exactly 90 %", [...times(9, onTime), late], 1],
    ["less than 90 %", [...times(8, onTime), late], 0],
    ["an overdue one is not in time", [...times(8, onTime), [lodged]], 0],
    ["one was prolonged", [[lodged, petitioned("prolong", "2023-03-20T09:00"), ...onTime.slice(1)]], 0],
    ["none was due yet", [[petitioned("lodge", "2023-03-31T09:00")]], null],
  ])("%s", (_, lives, expected) => {
    expect(score(...lives)).toBe(expected);
  });

  it("of thirds and sevenths, 90 % is 90 %", () => {
    const figures = over(q1);
    const shares = (kept: number, missed: number): PetitionFigures => ({
      ...figures,
      lodged: kept + missed,
      answered: { total: kept + missed, onTime: kept, late: missed, noDeadline: 0 },
    });
    for (let n = 1; n <= 50; n++) {
      expect(petitionScore(shares(9 * n, n))).toBe(1);
      expect(petitionScore(shares(9 * n - 1, n))).toBe(0);
    }
  });
});

describe("the report", () => {
  it("groups by what was asked, unknown values last", () => {
    const view = handled(
      [petitioned("lodge", "2023-03-06T09:00", { category: "harassment" }), petitioned("classify", "2023-03-07T09:00")],
      [petitioned("lodge", "2023-04-03T09:00", { unit: "ward 1", about: "regulation" })],
    );
    const by = (...dimensions: NonNullable<PetitionsQuery["by"]>) =>
      petitionsReport(view, { ...q1, to: "2023-05-01", by: dimensions }).groups.map(({ key, lodged: count }) => [
        key,
        count,
      ]);
    expect(by("category")).toEqual([
      [{ category: "harassment" }, 1],
      [{ category: null }, 1],
    ]);
    expect(by("about", "unit")).toEqual([
      [{ about: "behaviour", unit: "one-stop" }, 1],
      [{ about: "regulation", unit: "ward 1" }, 1],
    ]);
    expect(by("class")).toEqual([
      [{ class: "behaviour" }, 1],
      [{ class: null }, 1],
    ]);
    expect(by("month").slice(2)).toEqual([
      [{ month: "2023-03" }, 1],
      [{ month: "2023-04" }, 1],
    ]);
  });

  it("of nothing at all is empty, and its rates are unknown", () => {
    const { total, groups } = petitionsReport(handled(), { zone: VIETNAM.zone, by: ["unit"] });
    expect(total).toMatchObject({ lodged: 0, answered: { total: 0 }, inProgress: { total: 0 } });
    expect(Object.values(total.rates)).toEqual([null, null, null, null]);
    expect(groups).toEqual([]);
  });
});
