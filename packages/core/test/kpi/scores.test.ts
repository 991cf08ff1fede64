import { describe, expect, it } from "vitest";
import {
  type IndexViews,
  type LevelledSheet,
  type PetitionRows,
  type ScoreIndex,
  type ScoresQuery,
  scoresReport,
  TT_01_2018_SCORES,
  VIETNAM,
} from "../../src/index.js";
import { catalogueOf, procedureEventsIn, unitEventsIn } from "../support/catalogue.js";
import { type History, happened, received, resolved, rowsOf } from "../support/figures.js";
import { viewsOf } from "../support/index-views.js";
import { petitioned } from "../support/petition.js";
import { handled } from "../support/petition-view.js";
import { days, decided, hours, publish } from "../support/procedures.js";
import { established } from "../support/units.js";
import { dueBy, dueOn, vn } from "../support/vietnam.js";

const q3: ScoresQuery = {
  zone: VIETNAM.zone,
  calendar: VIETNAM,
  from: "2018-07-01",
  to: "2018-10-01",
  asOf: vn("2018-12-31T00:00"),
};
const report = (views: Partial<IndexViews>, query: Partial<ScoresQuery> = {}) =>
  scoresReport(viewsOf(views), { ...q3, ...query });
const one = ({ indices }: Pick<LevelledSheet, "indices">, index: ScoreIndex) => {
  const { numerator, denominator, value, missing } = indices.find((each) => each.index === index) ?? {};
  return missing === null ? [numerator, denominator, value] : missing;
};

/** Received on Monday 2 July with a legal term of five days, to Monday the 9th; promised for Thursday the 5th. */
const due = dueOn("2018-07-05");
const reception = (others: Parameters<typeof received>[2] = {}) =>
  received("2018-07-02T09:00", due, { legalTerm: days(5), committedTerm: days(3), ...others });
const life = (end: string): History => [reception(), resolved(end)];
const EARLY = life("2018-07-04T09:00");
const ON_TIME = life("2018-07-05T09:00");
const LATE = life("2018-07-10T09:00");

/** A petition that has nothing to do with any of them: petitions are recorded here. */
const unrelated = [petitioned("lodge", "2018-07-02T09:00", { unit: "elsewhere", about: "other" })];
const complaint = (dossier: string, verdict?: "founded" | "unfounded") => [
  petitioned("lodge", "2018-07-12T09:00", { dossier }),
  petitioned("answer", "2018-07-16T09:00"),
  ...(verdict ? [petitioned("judge", "2018-11-05T09:00", { verdict })] : []),
];
const PETITIONS = handled(unrelated);

/** Numerator, denominator and score of an index of all, or why there is none. */
const scored = (index: ScoreIndex, histories: ReadonlyArray<History>, petitions: PetitionRows = PETITIONS) =>
  one(report({ dossiers: rowsOf(...histories), petitions }).total, index);

describe("index 1: the time that it took beside the legal term, whatever shorter one was announced", () => {
  it("shorter is 2, equal 1, longer 0", () => {
    expect(scored(1, [life("2018-07-06T23:59")])).toEqual([2, 1, 2]);
    expect(scored(1, [life("2018-07-09T00:00")])).toEqual([1, 1, 1]);
    expect(scored(1, [life("2018-07-10T00:00")])).toEqual([0, 1, 0]);
  });

  it("by the instant, for a term in hours", () => {
    const inHours = (end: string) => [reception({ legalTerm: hours(8) }), resolved(end)];
    expect(scored(1, [inHours("2018-07-03T08:59")])).toEqual([2, 1, 2]);
    expect(scored(1, [inHours("2018-07-03T09:00")])).toEqual([1, 1, 1]);
    expect(scored(1, [inHours("2018-07-03T09:01")])).toEqual([0, 1, 0]);
  });

  it("is the mean of decided dossiers, a refusal being a decision, rounded to one decimal", () => {
    const refused = happened("DossierResolved", "2018-07-04T09:00", { outcome: "refused", reasons: ["no title"] });
    expect(scored(1, [EARLY, [reception(), refused], LATE, [reception()]])).toEqual([4, 3, 1.3]);
    expect(scored(1, [EARLY, life("2018-07-09T09:00"), life("2018-07-09T09:00"), life("2018-07-09T09:00")])).toEqual([
      5, 4, 1.3,
    ]);
  });

  it("is skipped where no legal term is recorded; those without one are counted", () => {
    expect(scored(1, [[received("2018-07-02T09:00"), resolved("2018-07-04T09:00")]])).toBe("notRecorded");
    const { total } = report({
      dossiers: rowsOf(EARLY, [received("2018-07-02T09:00"), resolved("2018-07-04T09:00")]),
    });
    expect(total.indices[0]).toMatchObject({ numerator: 2, denominator: 1, unscored: 1 });
  });
});

describe("index 2: the time of each agency, coordinating ones too", () => {
  const part = (agency: string, date: "2018-07-04" | "2018-07-06") =>
    happened("SubTaskOpened", "2018-07-02T10:00", { agency, due: dueOn(date) });
  const done = (agency: string, time: string) => happened("SubTaskCompleted", time, { agency });
  const interlinked = [
    reception(),
    part("land office", "2018-07-04"),
    part("tax office", "2018-07-04"),
    done("land office", "2018-07-04T09:00"),
    done("tax office", "2018-07-05T09:00"),
    resolved("2018-07-06T09:00"),
  ];
  const byAgency = (histories: ReadonlyArray<History>) =>
    Object.fromEntries(
      report({ dossiers: rowsOf(...histories) }).groups.map((group) => [group.key.agency, one(group, 2)]),
    );

  it("lead on time, coordinator late: index 1 is fine, index 2 is 0 for the coordinator", () => {
    expect(scored(1, [interlinked])).toEqual([2, 1, 2]);
    expect(scored(2, [interlinked])).toEqual([1, 2, 0.5]);
    expect(byAgency([interlinked])).toEqual({ "land office": [1, 1, 1], "tax office": [0, 1, 0] });
  });

  it("without parts it is the dossier's, by its promised date", () => {
    expect(byAgency([EARLY, LATE])).toEqual({ "land office": [2, 2, 1] });
  });

  it("a part still open when the dossier was decided is late or not scored", () => {
    const open = (date: "2018-07-04" | "2018-07-06") => [
      reception(),
      part("tax office", date),
      resolved("2018-07-05T09:00"),
    ];
    expect(byAgency([open("2018-07-04")])).toMatchObject({ "tax office": [0, 1, 0] });
    expect(byAgency([open("2018-07-06")])).toMatchObject({ "tax office": "notRecorded" });
  });
});

describe("indices 3 and 4: how often the applicant was asked for more, and by whom", () => {
  const asked = (time: string, violations: ReadonlyArray<string> = []) => [
    happened("SupplementRequested", time, {
      items: [],
      ...(violations.length > 0 && { violations: violations.map((rule) => ({ rule, detail: "" })) }),
    }),
    happened("SupplementReceived", time, { clock: "pause" }),
  ];
  const atIntake = happened("IntakeSupplementRequested", "2018-07-02T08:00", { items: [] });
  const once = [reception(), ...asked("2018-07-03T09:00"), resolved("2018-07-04T09:00")];
  const never = EARLY;

  it("3: never is 2, once 1, more often 0, before reception too", () => {
    expect(scored(3, [once, never])).toEqual([3, 2, 1.5]);
    expect(scored(3, [[atIntake, ...once]])).toEqual([0, 1, 0]);
    expect(scored(3, [[atIntake, ...never]])).toEqual([1, 1, 1]);
  });

  it("4: nobody is 2, the one-stop alone 1, an agency past it 0", () => {
    expect(scored(4, [once, never])).toEqual([3, 2, 1.5]);
    const past = asked("2018-07-03T09:00", ["ND-61-2018 D19.4", "ND-61-2018 D5.1e"]);
    expect(scored(4, [[reception(), ...past, resolved("2018-07-04T09:00")]])).toEqual([0, 1, 0]);
  });

  it("are skipped in a log that never tells of a request", () => {
    expect([scored(3, [never]), scored(4, [never])]).toEqual(["notRecorded", "notRecorded"]);
  });
});

describe("index 7: on time, and nobody complained", () => {
  it("early is 2, on time 1, by the promised date", () => {
    expect(scored(7, [EARLY])).toEqual([2, 1, 2]);
    expect(scored(7, [ON_TIME])).toEqual([1, 1, 1]);
    expect(scored(7, [life("2018-07-06T09:00")])).toEqual([0, 1, 0]);
    const untilNoon = [
      received("2018-07-02T09:00", dueBy("2018-07-02T12:00"), { legalTerm: hours(3) }),
      resolved("2018-07-02T11:59"),
    ];
    expect(scored(7, [untilNoon])).toEqual([2, 1, 2]);
  });

  it("late and not complained of has what the rules say: 0 is proposed", () => {
    const rules = { ...TT_01_2018_SCORES, lateWithoutComplaint: 1 } as const;
    const late = { dossiers: rowsOf(LATE), petitions: PETITIONS };
    expect(one(report(late).total, 7)).toEqual([0, 1, 0]);
    expect(one(report(late, { rules }).total, 7)).toEqual([1, 1, 1]);
  });

  it("complained of is 0, unless the complaint was found false", () => {
    const after = (verdict?: "founded" | "unfounded") => scored(7, [EARLY], handled(complaint("1", verdict)));
    expect(after()).toEqual([0, 1, 0]);
    expect(after("founded")).toEqual([0, 1, 0]);
    expect(after("unfounded")).toEqual([2, 1, 2]);
  });

  it("a later verdict changes a quarter that was published, as of then", () => {
    const views = { dossiers: rowsOf(EARLY), petitions: handled(complaint("1", "unfounded")) };
    expect(one(report(views, { asOf: vn("2018-11-04T09:00") }).total, 7)).toEqual([0, 1, 0]);
    expect(one(report(views, { asOf: vn("2018-11-05T09:00") }).total, 7)).toEqual([2, 1, 2]);
  });

  it("is skipped in a log without any petition: that nobody complained is not known", () => {
    expect(one(report({ dossiers: rowsOf(EARLY) }).total, 7)).toBe("notRecorded");
  });
});

describe("the indices of a unit", () => {
  const procedure = (
    n: number,
    agency: string,
    level: 2 | 3,
    steps: ReadonlyArray<"receive" | "appraise" | "deliver">,
  ) =>
    procedureEventsIn(
      `${agency} ${n}`,
      publish("2018-01-01", { code: `${agency} ${n}`, agency }),
      decided("setOnlineLevel", "2018-01-01", { level }),
      ...(steps.length > 0 ? [decided("designateOnSpot", "2018-01-01", { steps })] : []),
    );
  const offered = (agency: string, howMany: number, appraised: number, online = 0) =>
    Array.from({ length: howMany }, (_, n) =>
      procedure(n, agency, n < online ? 3 : 2, n < appraised ? ["receive", "appraise", "deliver"] : ["receive"]),
    ).flat();
  const city = unitEventsIn("city", established("city", "district"));
  const agencyIn = (code: string, parent: string) => unitEventsIn(code, established(code, "agency", parent));
  const sheets = (views: Partial<IndexViews>) =>
    new Map(report({ petitions: PETITIONS, ...views }).groups.map((group) => [group.key.agency, group]));
  const decidedBy = (agency: string) => [reception({ agency }), resolved("2018-07-04T09:00")];

  it("5: half of the procedures suffice in a district, a fifth in a province, all in a commune", () => {
    const catalogue = (kind: "district" | "province" | "ward", appraised: number) =>
      catalogueOf([
        ...unitEventsIn("here", established("here", kind)),
        ...agencyIn("land office", "here"),
        ...offered("land office", 10, appraised),
      ]);
    const score = (kind: "district" | "province" | "ward", appraised: number) =>
      one(sheets({ catalogue: catalogue(kind, appraised), dossiers: rowsOf(EARLY) }).get("land office") ?? none, 5);
    const none = { indices: [] };
    expect([score("district", 4), score("district", 5)]).toEqual([
      [4, 10, 0],
      [5, 10, 2],
    ]);
    expect([score("province", 1), score("province", 2)]).toEqual([
      [1, 10, 0],
      [2, 10, 2],
    ]);
    expect([score("ward", 9), score("ward", 10)]).toEqual([
      [9, 10, 0],
      [10, 10, 2],
    ]);
  });

  it("5: received and delivered there is 1, where it is so of all", () => {
    const catalogue = catalogueOf([
      ...city,
      ...agencyIn("land office", "city"),
      ...procedure(1, "land office", 2, ["receive", "deliver"]),
      ...procedure(2, "land office", 2, ["receive", "deliver"]),
    ]);
    expect(sheets({ catalogue, dossiers: rowsOf(EARLY) }).get("land office")?.indices[4]).toMatchObject({
      numerator: 0,
      denominator: 2,
      value: 1,
    });
  });

  it("5: an agency that stands nowhere has the level of its procedures, and the whole that of all agencies", () => {
    const lonely = catalogueOf(offered("land office", 2, 1));
    const { total, groups } = report({ catalogue: lonely, dossiers: rowsOf(EARLY) });
    expect([groups[0]?.level, total.level, one(total, 5)]).toEqual(["district", "district", [1, 2, 2]]);
    const mixed = catalogueOf([
      ...unitEventsIn("ward", established("ward", "ward")),
      ...agencyIn("tax office", "ward"),
      ...offered("tax office", 1, 1),
      ...offered("land office", 2, 1),
    ]);
    const both = report({ catalogue: mixed, dossiers: rowsOf(EARLY) }).total;
    expect([both.level, one(both, 5)]).toEqual([null, "levelUnknown"]);
  });

  it("5: is skipped where nothing was ever designated", () => {
    const catalogue = catalogueOf(procedureEventsIn("1", publish("2018-01-01", { code: "1" })));
    expect(one(report({ catalogue, dossiers: rowsOf(EARLY) }).total, 5)).toBe("notRecorded");
  });

  it("8: petitions lodged with the agency, or about its dossiers", () => {
    const petitions = handled(
      [petitioned("lodge", "2023-03-06T09:00", { unit: "tax office" }), petitioned("answer", "2023-03-28T09:00")],
      [petitioned("lodge", "2023-03-06T09:00", { dossier: "1" }), petitioned("answer", "2023-03-27T09:00")],
      // Open within its term: not due yet.
      [petitioned("lodge", "2023-03-27T09:00", { unit: "tax office" })],
    );
    const q1 = { from: "2023-01-01", to: "2023-04-01", asOf: vn("2023-06-30T12:00") } as const;
    const open = (agency: string) => [received("2023-03-01T09:00", dueOn("2023-03-08"), { agency })];
    const { groups, total } = report({ dossiers: rowsOf(open("land office"), open("tax office")), petitions }, q1);
    expect(groups.map((group) => [group.key.agency, one(group, 8)])).toEqual([
      ["land office", [1, 1, 2]],
      ["tax office", [0, 1, 0]],
    ]);
    expect(one(total, 8)).toEqual([1, 2, 0]);
  });

  it("8: none is 2; none that was due is skipped, as is a log without petitions", () => {
    expect(scored(8, [EARLY], handled([petitioned("lodge", "2018-11-12T09:00")]))).toEqual([0, 0, 2]);
    expect(scored(8, [EARLY], PETITIONS)).toBe("nothingDue");
    expect(one(report({ dossiers: rowsOf(EARLY) }).total, 8)).toBe("notRecorded");
  });

  describe("9: online", () => {
    const enough = catalogueOf(offered("land office", 5, 0, 1));
    const tooFew = catalogueOf(offered("land office", 6, 0, 1));
    const online = [reception({ channel: "online" }), resolved("2018-07-04T09:00")];
    const lateOnline = [reception({ channel: "online" }), resolved("2018-07-10T09:00")];
    const score = (catalogue: IndexViews["catalogue"], part: ReadonlyArray<History>, whole: number) =>
      one(
        report({
          catalogue,
          dossiers: rowsOf(...part, ...Array.from({ length: whole - part.length }, () => EARLY)),
        }).total,
        9,
      );

    it("2 with a fifth of procedures, 30 % of dossiers, and none of those late", () => {
      expect(score(enough, [online, online, online], 10)).toEqual([3, 10, 2]);
    });

    it("1 from 15 % of dossiers up to less than 30 %", () => {
      expect(score(enough, [online, online], 10)).toEqual([2, 10, 1]);
      expect(score(enough, [online, online, online], 20)).toEqual([3, 20, 1]);
    });

    it("else 0: fewer of them, one of them late, too few procedures", () => {
      expect(score(enough, [online], 10)).toEqual([1, 10, 0]);
      expect(score(enough, [online, online, lateOnline], 10)).toEqual([3, 10, 0]);
      expect(score(enough, [online, online, [reception({ channel: "online" })]], 10)).toEqual([3, 10, 0]);
      expect(score(tooFew, [online, online, online], 10)).toEqual([3, 10, 0]);
    });

    it("is skipped where no online level was ever set", () => {
      const catalogue = catalogueOf(procedureEventsIn("1", publish("2018-01-01", { code: "1" })));
      expect(score(catalogue, [online], 1)).toBe("notRecorded");
    });
  });

  it("6: of publicity the log holds nothing", () => {
    expect(scored(6, [EARLY])).toBe("notRecorded");
    expect(sheets({ dossiers: rowsOf(decidedBy("land office")) }).size).toBe(1);
  });
});
