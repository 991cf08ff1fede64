import { anyHistory, anyInstant, anyPolicy, anyTerm } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evolve } from "../../src/dossier/evolve.js";
import {
  type Clock,
  type Due,
  dossierDecider,
  dueOf,
  type Instant,
  isWorkingDay,
  MINUTE,
  noDossier,
  overdueFrom,
  pause,
  restart,
  resume,
  startClock,
  toEpochDay,
  VIETNAM,
} from "../../src/index.js";
import { calendarOf, plainYear } from "../support/calendars.js";
import { rightOf } from "../support/either.js";
import { runs } from "../support/tier.js";
import { decider, dueBy, vn } from "../support/vietnam.js";

const due = (clock: Clock): Due => rightOf(dueOf(VIETNAM)(clock));
const end = (clock: Clock): Instant => overdueFrom(VIETNAM.zone, due(clock));
const pausedFor = (clock: Clock, from: Instant, length: number): Clock =>
  resume(pause(clock, from, "stopped"), from + length);

const clocks = fc.tuple(anyTerm(), anyInstant()).map(([term, at]) => startClock(term, at));
const lengths = fc.integer({ min: 0, max: 60 * 86_400_000 });
/** How long after its start a clock is stopped. */
const delays = fc.integer({ min: 0, max: 40 * 86_400_000 });

describe("the algebra of the clock", () => {
  it("a pause of no length changes nothing", () => {
    fc.assert(
      fc.property(clocks, delays, (clock, delay) => {
        expect(due(pausedFor(clock, clock.startedAt + delay, 0))).toEqual(due(clock));
      }),
      runs(300),
    );
  });

  it("a longer pause never ends earlier", () => {
    fc.assert(
      fc.property(clocks, delays, lengths, lengths, (clock, delay, a, b) => {
        const from = clock.startedAt + delay;
        expect(end(pausedFor(clock, from, a + b))).toBeGreaterThanOrEqual(end(pausedFor(clock, from, a)));
      }),
      runs(300),
    );
  });

  it("a pause in two parts is the pause in one", () => {
    fc.assert(
      fc.property(clocks, delays, lengths, lengths, (clock, delay, a, b) => {
        const from = clock.startedAt + delay;
        expect(due(pausedFor(pausedFor(clock, from, a), from + a, b))).toEqual(due(pausedFor(clock, from, a + b)));
      }),
      runs(300),
    );
  });

  it("the due date of a term in days is a working day", () => {
    fc.assert(
      fc.property(clocks, delays, lengths, (clock, delay, length) => {
        const found = due(pausedFor(clock, clock.startedAt + delay, length));
        fc.pre(found.kind === "date");
        expect(isWorkingDay(VIETNAM, toEpochDay(found.date))).toBe(true);
      }),
      runs(300),
    );
  });

  it("to begin anew forgets all pauses", () => {
    fc.assert(
      fc.property(clocks, delays, lengths, anyInstant(), (clock, delay, length, at) => {
        const again = restart(pausedFor(clock, clock.startedAt + delay, length), at);
        expect(due(again)).toEqual(due(startClock(clock.term, at)));
      }),
      runs(100),
    );
  });

  it("a second stop and a second start are without effect", () => {
    const clock = startClock({ unit: "workingDay", amount: 5 }, 0);
    const stopped = pause(clock, 10, "supplement");
    expect(pause(stopped, 20, "stopped")).toBe(stopped);
    expect(resume(clock, 20)).toBe(clock);
  });

  it("a pause that is said to end before it began has no length", () => {
    expect(resume(pause(startClock({ unit: "workingHour", amount: 5 }, 0), 10, "stopped"), 5).pauses).toEqual([
      { from: 10, to: 10, cause: "stopped" },
    ]);
  });
});

it("many short pauses do not push a term that ends with the day into the next morning", () => {
  // Sixty times four minutes, added up as fractions of an hour, exceed four hours by some picoseconds.
  const calendar = calendarOf(plainYear(2018));
  let clock = startClock({ unit: "workingHour", amount: 4 }, vn("2018-01-01T07:30"));
  for (let n = 0; n < 60; n++) clock = pausedFor(clock, clock.startedAt + n * 4 * MINUTE, 4 * MINUTE);
  expect(rightOf(dueOf(calendar)(clock))).toEqual(dueBy("2018-01-01T17:00"));
});

describe("replaying gives the same due date", () => {
  it("whatever the order in which the pauses are added up", () => {
    const pauses = fc.array(fc.tuple(delays, lengths), { maxLength: 4 });
    const twoOrders = pauses.chain((drawn) =>
      fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn, { minLength: drawn.length })),
    );
    fc.assert(
      fc.property(clocks, twoOrders, (clock, [one, other]) => {
        const paused = (order: typeof one) =>
          order.reduce((before, [delay, length]) => pausedFor(before, clock.startedAt + delay, length), clock);
        expect(due(paused(one))).toEqual(due(paused(other)));
      }),
      runs(200),
    );
  });

  it("the recorded due dates are those of the clock, after every event", () => {
    const regimes = anyPolicy().map((policy) => dossierDecider({ calendar: VIETNAM, policies: [policy] }));
    const histories = fc.oneof(
      anyHistory(decider),
      regimes.chain((regime) => anyHistory(regime)),
    );
    fc.assert(
      fc.property(histories, (events) => {
        let state = noDossier;
        for (const event of events) {
          state = evolve(state, event);
          if (state.clock !== null && state.clock.stopped === null) expect(state.due).toEqual(due(state.clock));
        }
      }),
      runs(200),
    );
  });
});
