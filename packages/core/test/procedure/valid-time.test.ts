import { anyInstant } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ProcedureEvent,
  type ProcedureState,
  procedureEvents,
  procedureKnownAt,
  procedureOn,
} from "../../src/index.js";
import {
  anyDateOf2018,
  anyProcedureCommand,
  anyProcedureHistory,
  days,
  decided,
  procedureOf,
  procedures,
  publish,
} from "../support/procedures.js";
import { runs } from "../support/tier.js";
import { vn } from "../support/vietnam.js";

const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };

const fold = (events: ReadonlyArray<ProcedureEvent>): ProcedureState =>
  events.reduce(procedures.evolve, procedures.initial);

/** As decisions are: no two at the same instant. */
const histories = anyProcedureHistory().filter(
  (events) => new Set(events.map(({ occurredAt }) => occurredAt)).size === events.length,
);

describe("facts about a procedure hold by their dates", () => {
  it("in whatever order they are recorded", () => {
    const shuffled = histories.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, anyDateOf2018(), ([events, other], date) => {
        expect(procedureOn(fold(other), date)).toEqual(procedureOn(fold(events), date));
        expect(fold(other)).toEqual(fold(events));
      }),
      runs(500),
    );
  });

  it("what takes effect later changes nothing of an earlier day", () => {
    fc.assert(
      fc.property(histories, anyDateOf2018(), (events, date) => {
        fc.pre(events.some(({ type, data }) => type === "ProcedureVersionPublished" && data.effectiveFrom <= date));
        const begun = events.filter(({ data }) => data.effectiveFrom <= date);
        expect(procedureOn(fold(begun), date)).toEqual(procedureOn(fold(events), date));
      }),
      runs(500),
    );
  });

  it("of two from the same day the one decided later holds, whenever it is recorded", () => {
    const shorten = (at: string, amount: number) =>
      decided("shortenTerm", "2018-07-01", { at: vn(at), committedTerm: days(amount) });
    const [first, corrected] = [shorten("2018-06-01T09:00", 5), shorten("2018-06-05T09:00", 7)];
    for (const told of [
      [first, corrected],
      [corrected, first],
    ])
      expect(procedureOn(procedureOf(publish("2018-01-01"), ...told), "2018-07-01").committedTerm).toEqual(days(7));
  });

  it("at the very same instant, the one recorded later", () => {
    const level = (to: 3 | 4) => decided("setOnlineLevel", "2018-07-01", { level: to });
    expect(procedureOn(procedureOf(publish("2018-01-01"), level(4), level(3)), "2018-07-01").onlineLevel).toBe(3);
  });
});

describe("what was known at an instant is what had been decided by then", () => {
  it("of every kind of fact, whatever its date", () => {
    fc.assert(
      fc.property(histories, anyInstant(year), (events, asOf) => {
        const { code: _, lastVersion: __, ...known } = procedureKnownAt(fold(events), asOf);
        expect(fold(events.filter(({ occurredAt }) => occurredAt <= asOf))).toMatchObject(known);
      }),
      runs(200),
    );
  });
});

describe("what is decided", () => {
  it("answers any command, and can be stored and read again as it was", () => {
    fc.assert(
      fc.property(histories, anyProcedureCommand(), (events, command) => {
        const decision = procedures.decide(command, fold(events));
        if (decision._tag === "Left") expect(decision.left.code).toMatch(/^[A-Z]\w+$/);
        for (const { type, data } of decision._tag === "Right" ? decision.right : events) {
          const readAgain: unknown = JSON.parse(JSON.stringify(data));
          expect(readAgain).toStrictEqual(data);
          expect([type, procedureEvents[type].decode(readAgain)]).toEqual([type, { _tag: "Right", right: data }]);
        }
      }),
      runs(300),
    );
  });

  it("folding changes neither the state nor the events that it is given", () => {
    fc.assert(
      fc.property(histories, (events) => {
        const before = JSON.stringify(events);
        const states = events.map((_, n) => fold(events.slice(0, n)));
        const texts = states.map((state) => JSON.stringify(state));
        for (const [n, event] of events.entries()) procedures.evolve(states[n] ?? procedures.initial, event);
        expect(states.map((state) => JSON.stringify(state))).toEqual(texts);
        expect(JSON.stringify(events)).toBe(before);
      }),
      runs(100),
    );
  });
});
