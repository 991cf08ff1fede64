import { left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  amended,
  type CalendarDay,
  calendarDay,
  calendarEvents,
  calendarStream,
  type DossierState,
  isWorkingDay,
  type OpenPromise,
  openPromise,
  promisesMovedBy,
  startClock,
  toEpochDay,
  VIETNAM,
} from "../../src/index.js";
import { asked } from "../support/commands.js";
import { rightOf } from "../support/either.js";
import { given } from "../support/scenario.js";
import { dueBy, dueOn, vn } from "../support/vietnam.js";

const basis = "notice of 20 July 2018";

/** Friday 27 July 2018 changes places with Saturday 4 August. */
const swap: ReadonlyArray<CalendarDay> = [
  { date: "2018-07-27", kind: "closed", reason: "swap", basis, off: "swapped", insteadOf: "2018-08-04" },
  { date: "2018-08-04", kind: "working", reason: "swap", basis, insteadOf: "2018-07-27" },
];
const after = rightOf(amended(VIETNAM, 2018, { version: "2026.2", days: swap }));

describe("an amendment makes a new version of a calendar", () => {
  it("in which the days are what the notice says", () => {
    expect(after.version).toBe("2026.2");
    expect(isWorkingDay(after, toEpochDay("2018-07-27"))).toBe(false);
    expect(isWorkingDay(after, toEpochDay("2018-08-04"))).toBe(true);
    expect(calendarDay(after)("2018-07-27")).toEqual(right(swap[0]));
    expect(after.years.map(({ version }) => version).slice(0, 2)).toEqual(["2026.2", VIETNAM.years[1]?.version]);
  });

  it("the old version stays as it was, and so do all other days and years", () => {
    expect(VIETNAM.version).toBe("2026.1");
    expect(isWorkingDay(VIETNAM, toEpochDay("2018-07-27"))).toBe(true);
    const differing: number[] = [];
    for (let day = VIETNAM.index.first; day <= VIETNAM.index.last; day++)
      if (isWorkingDay(VIETNAM, day) !== isWorkingDay(after, day)) differing.push(day);
    expect(differing).toEqual([toEpochDay("2018-07-27"), toEpochDay("2018-08-04")]);
  });

  it("can be taken back by another: what the week says anyway is no longer listed", () => {
    const back = rightOf(
      amended(after, 2018, {
        version: "2026.3",
        days: swap.map(({ date, kind, reason }) => ({
          date,
          kind: kind === "closed" ? "working" : "closed",
          reason,
          basis,
        })),
      }),
    );
    expect(back.index).toEqual(VIETNAM.index);
    expect(back.years[0]?.closed).toEqual(VIETNAM.years[0]?.closed);
  });

  it.each<[string, number, string, ReadonlyArray<CalendarDay>, object]>([
    ["a year that is not loaded", 2027, "2", swap, { code: "CalendarYearMissing", year: 2027, calendar: "vn" }],
    ["the same version", 2018, "2026.1", swap, { code: "CalendarFault", detail: "vn: 2026.1 is its version already" }],
    ["a day twice", 2018, "2", [...swap, ...swap], { code: "CalendarFault", detail: "vn: 2018-07-27 stands twice" }],
    ["a day of another year", 2019, "2", swap, { code: "CalendarFault", detail: "vn: 2018-07-27 stands in 2019" }],
  ])("%s is refused", (_, year, version, days, refused) => {
    expect(amended(VIETNAM, year, { version, days })).toEqual(left(refused));
  });

  it("is kept as an event of the calendar's own stream", () => {
    const data = { calendar: "vn", from: "2026.1", version: "2026.2", year: 2018, days: swap };
    expect(calendarEvents.CalendarAmended.decode(JSON.parse(JSON.stringify(data)))).toEqual(right(data));
    expect(calendarStream("vn")).toBe("calendar-vn");
    expect(calendarEvents.CalendarAmended.decode({ ...data, days: [{ ...swap[0], date: "2018-02-30" }] })).toEqual(
      left(["days.date: must be a date that exists, YYYY-MM-DD"]),
    );
  });
});

describe("a promised date never moves silently: what would differ is shown, and nothing is changed", () => {
  const received = (time: string) => given(asked("receive", time)).state;
  const promise = (dossier: string, state: DossierState): OpenPromise => {
    const open = openPromise(dossier, state);
    if (open === null) throw new Error(`${dossier} is not open`);
    return open;
  };

  it("only promises that run over the changed days move", () => {
    const states = {
      before: received("2018-07-12T09:00"), // due on Thursday 19 July
      over: received("2018-07-24T09:00"), // due on Tuesday 31 July
      both: received("2018-07-30T09:00"), // due on Monday 6 August; the worked Saturday comes before it
      later: received("2018-08-06T09:00"),
    };
    const promises = Object.entries(states).map(([dossier, state]) => promise(dossier, state));
    expect(promisesMovedBy(VIETNAM, after, promises)).toEqual(
      right([
        { dossier: "over", before: dueOn("2018-07-31"), after: dueOn("2018-08-01") },
        { dossier: "both", before: dueOn("2018-08-06"), after: dueOn("2018-08-04") },
      ]),
    );
    expect(states.over.due).toEqual(dueOn("2018-07-31"));
  });

  it("with the pauses of the clock", () => {
    const { state } = given(
      asked("receive", "2018-07-12T09:00"),
      asked("notifyObligation", "2018-07-13T09:00"),
      asked("settleObligation", "2018-07-20T09:00"),
    );
    // Five days and five paused end on 26 July, before the swap; five and seven run over it.
    expect(promisesMovedBy(VIETNAM, after, [promise("paused", state)])).toEqual(right([]));
    const { state: longer } = given(
      asked("receive", "2018-07-12T09:00"),
      asked("notifyObligation", "2018-07-13T09:00"),
      asked("settleObligation", "2018-07-24T09:00"),
    );
    expect(promisesMovedBy(VIETNAM, after, [promise("paused", longer)])).toEqual(
      right([{ dossier: "paused", before: dueOn("2018-07-30"), after: dueOn("2018-07-31") }]),
    );
  });

  it("in hours too", () => {
    const clock = startClock({ unit: "workingHour", amount: 16 }, vn("2018-07-26T09:00"));
    expect(promisesMovedBy(VIETNAM, after, [{ dossier: "hours", clock }])).toEqual(
      right([{ dossier: "hours", before: dueBy("2018-07-30T09:00"), after: dueBy("2018-07-31T09:00") }]),
    );
  });

  it("a dossier that is decided, withdrawn or has no term has no open promise", () => {
    const taken = asked("receive", "2018-07-24T09:00");
    expect(openPromise("d", given(taken, asked("resolve", "2018-07-25T09:00")).state)).toBeNull();
    expect(openPromise("d", given(taken, asked("withdraw", "2018-07-25T09:00")).state)).toBeNull();
    expect(openPromise("d", given(taken, asked("stop", "2018-07-25T09:00")).state)).toBeNull();
    expect(openPromise("d", given(asked("submit", "2018-07-24T09:00")).state)).toBeNull();
    for (const waiting of [
      asked("requestSupplement", "2018-07-25T09:00"),
      asked("notifyObligation", "2018-07-25T09:00"),
    ])
      expect(openPromise("d", given(taken, waiting).state)).not.toBeNull();
  });

  it("a term out of the loaded years is an error, not a guess", () => {
    const clock = startClock({ unit: "workingDay", amount: 5 }, vn("2026-12-30T09:00"));
    expect(promisesMovedBy(VIETNAM, after, [{ dossier: "d", clock }])).toEqual(
      left({ code: "CalendarYearMissing", year: 2027, calendar: "vn" }),
    );
  });
});
