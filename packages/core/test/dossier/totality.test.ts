import { anyCommand, anyCommands, anyEvents, anyInstant, anyPolicy, play } from "@motcua/testkit";
import fc from "fast-check";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it, vi } from "vitest";
import {
  type DossierEvent,
  type DossierState,
  dossierDecider,
  dossierEvents,
  noDossier,
  VIETNAM,
} from "../../src/index.js";
import { runs } from "../support/tier.js";
import { decider } from "../support/vietnam.js";

const regimes = fc.oneof(
  fc.constant(decider),
  anyPolicy().map((policy) => dossierDecider({ calendar: VIETNAM, policies: [policy] })),
);

const members: ReadonlyArray<string> = Object.keys(noDossier).toSorted();

const fold = (events: ReadonlyArray<DossierEvent>): DossierState => events.reduce(decider.evolve, decider.initial);

describe("evolve is total", () => {
  it("any events in any order fold to a whole state", () => {
    fc.assert(
      fc.property(anyEvents(), (events) => {
        const state = fold(events);
        expect(Object.keys(state).toSorted()).toEqual(members);
        expect(Object.values(state)).not.toContain(undefined);
      }),
      runs(500),
    );
  });

  it("and changes neither the state nor the event that it is given", () => {
    const frozen = (value: unknown): void => {
      if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
      Object.freeze(value);
      Object.values(value).forEach(frozen);
    };
    fc.assert(
      fc.property(anyEvents(10), (events) => {
        frozen(events);
        let state = decider.initial;
        for (const event of events) {
          frozen(state);
          state = decider.evolve(state, event);
        }
      }),
      runs(200),
    );
  });
});

describe("decide is total", () => {
  it("answers any command to a dossier of any history", () => {
    const asked = anyInstant().chain((at) => anyCommand(at));
    fc.assert(
      fc.property(regimes, anyEvents(), asked, (regime, events, command) => {
        const decision = regime.decide(command, fold(events));
        if (isRight(decision)) expect(decision.right.length).toBeGreaterThan(0);
        else expect(decision.left.code).toMatch(/^[A-Z]\w+$/);
      }),
      runs(1_000),
    );
  });
});

describe("what is decided", () => {
  const played = fc
    .tuple(regimes, anyCommands())
    .map(([regime, commands]) => ({ commands, ...play(regime, commands) }));

  it("can be stored and read again as it was", () => {
    fc.assert(
      fc.property(played, ({ events }) => {
        for (const { type, data } of events) {
          const readAgain = JSON.parse(JSON.stringify(data));
          expect(readAgain).toStrictEqual(data);
          expect([type, dossierEvents[type].decode(readAgain)]).toEqual([type, { _tag: "Right", right: data }]);
        }
      }),
      runs(300),
    );
  });

  it("folds to the state that the decisions were made by", () => {
    fc.assert(
      fc.property(played, ({ events, state }) => {
        expect(fold(events)).toEqual(state);
      }),
      runs(200),
    );
  });

  it("is the same whatever the clock on the wall says", () => {
    const decidedIn = (year: number, commands: Parameters<typeof play>[1]) => {
      vi.useFakeTimers({ now: Date.UTC(year, 0, 1) });
      const { events, state } = play(decider, commands);
      vi.useRealTimers();
      return { events, state };
    };
    fc.assert(
      fc.property(anyCommands(), (commands) => {
        expect(decidedIn(1990, commands)).toEqual(decidedIn(2090, commands));
      }),
      runs(50),
    );
  });

  it("happens at the instant of its command", () => {
    fc.assert(
      fc.property(played, ({ commands, events }) => {
        const instants = new Set(commands.map(({ at }) => at));
        for (const { occurredAt } of events) expect(instants).toContain(occurredAt);
      }),
      runs(100),
    );
  });
});
